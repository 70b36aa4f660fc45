/* In the frame, after signing in again: the page around it goes on. */
if (document.querySelector("[data-signed-in]")) window.parent.postMessage("desk:signed-in", window.location.origin);
