// Adding documents: files dropped, pasted or chosen, sent with progress; and how far the reading is.

const said = document.getElementById("said");
const say = (text) => said && (said.textContent = text);

const form = document.getElementById("adding");
if (form) adding();
const progress = document.getElementById("progress");
if (progress) follow(progress.dataset.job);

function adding() {
  const wrong = document.getElementById("wrong");
  const drop = document.getElementById("drop");
  const input = document.getElementById("files");
  const list = document.getElementById("chosen");
  const button = form.querySelector("[type=submit]");
  const largest = Number(form.dataset.largest);
  let files = [];

  const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

  function show() {
    list.replaceChildren(
      ...files.map((file, at) => {
        const item = document.createElement("li");
        const leave = document.createElement("button");
        leave.type = "button";
        leave.textContent = "Leave out";
        leave.setAttribute("aria-label", `Leave out ${file.name}`);
        leave.addEventListener("click", () => {
          files.splice(at, 1);
          show();
          input.focus();
        });
        item.append(`${file.name} (${size(file.size)})`, leave);
        return item;
      }),
    );
    const sum = files.reduce((total, file) => total + file.size, 0);
    wrong.textContent = sum > largest ? `These are ${size(sum)}; ${size(largest)} can be sent at once. Leave some out.` : "";
  }

  function take(more) {
    files.push(...more);
    show();
    say(files.length ? `${files.length} chosen.` : "");
  }

  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  // The whole page takes what is dropped: beside the box the browser would open the file instead.
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      take(event.clipboardData.files);
    } else if (!event.target.matches("input, textarea")) {
      const text = document.getElementById("text");
      text.value += event.clipboardData.getData("text/plain");
      text.focus();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = new FormData(form);
    body.delete("files");
    for (const file of files) body.append("files", file, file.name);
    send(body);
  });

  /** Logged out: the server keeps what was written and leads to the login and back. Files it is told the names of. */
  function resend() {
    const chosen = document.createElement("input");
    Object.assign(chosen, { type: "hidden", name: "chosen", value: files.map((file) => file.name).join("\n") });
    form.append(chosen);
    form.submit();
  }

  function send(body) {
    const sending = document.getElementById("sending");
    const sent = document.getElementById("sent");
    const request = new XMLHttpRequest(); // fetch does not tell how much was sent
    const failed = (text) => {
      wrong.textContent = text;
      button.disabled = false;
      sending.hidden = true;
      say("");
    };
    request.open("POST", "/api/v1/uploads");
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
    request.upload.addEventListener("progress", (event) => (sent.value = event.total ? event.loaded / event.total : 0));
    request.addEventListener("load", () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        answer = { detail: request.responseText };
      }
      if (request.status === 202) window.location.assign(`/upload/${answer.id}`);
      else if (request.status === 401 || request.getResponseHeader("X-Stale-Form")) resend();
      else failed(answer.detail || answer.title || `The server answered ${request.status}. Nothing was added.`);
    });
    request.addEventListener("error", () => failed("The server did not answer, or the upload is too large. Nothing was added."));
    wrong.textContent = "";
    button.disabled = true;
    sending.hidden = false;
    say("Sending.");
    request.send(body);
  }
}

/** Ask how far it is until it is done; then the page has the result. */
async function follow(job) {
  const bar = document.getElementById("read");
  for (let wait = 300; ; wait = Math.min(wait * 1.5, 3000)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      const answer = await fetch(`/api/v1/uploads/${job}`);
      if (!answer.ok) continue;
      const now = await answer.json();
      if (now.state === "done" || now.state === "failed") return window.location.reload();
      if (now.total) [bar.max, bar.value] = [now.total, now.done];
      say(now.state === "waiting" ? "Waiting to be read." : `${now.done} of about ${now.total} read.`);
    } catch {
      say("The server does not answer; what was added is safe. Trying again.");
    }
  }
}
