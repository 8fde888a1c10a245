"""Events: who did what to whom, when and where, in the types of PLOVER.

documents -> statements with an event, and pairs of actors in the sentences that have none -> events -> each once
"""
