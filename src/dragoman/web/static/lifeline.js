// A drawn line of facts is made by the server; here it is only taken away.
import { takeAway } from "./picture.js";

takeAway("lifeline", () => document.getElementById("lifeline"));
