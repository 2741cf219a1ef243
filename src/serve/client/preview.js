// Keeps a page of the preview as its sources are, and shows what is wrong with them. The server tells which state of the site there is;
// the page is then fetched again and laid over the one that is shown, so that its place, focus and open details stay.
"use strict";
(() => {
  const script = document.currentScript;
  const own = "vitrine-preview, vitrine-problems, [data-vitrine-preview]";
  let shown = script.dataset.vitrinePreview;
  let wanted = shown;
  let busy = false;

  const isOwn = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches("vitrine-problems");

  /** What a person changed of the page by using it. */
  const keeps = (element, attribute) => attribute === "open" && element.localName === "details";

  function takeAttributes(element, other) {
    for (const { name } of [...element.attributes])
      if (!other.hasAttribute(name) && !keeps(element, name)) element.removeAttribute(name);
    for (const { name, value } of [...other.attributes])
      if (element.getAttribute(name) !== value && !keeps(element, name)) element.setAttribute(name, value);
  }

  /** Makes a node what another is, leaving alone what is equal. */
  function become(node, other) {
    if (node.isEqualNode(other)) return;
    if (node.nodeType !== Node.ELEMENT_NODE) {
      node.nodeValue = other.nodeValue;
      return;
    }
    takeAttributes(node, other);
    becomeChildren(node, other);
  }

  const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && one.id === other.id;

  function becomeChildren(node, other) {
    const old = [...node.childNodes].filter((child) => !isOwn(child));
    const next = [...other.childNodes];
    // What is equal at both ends stays; what is between is matched in order.
    while (old.length && next.length && old[0].isEqualNode(next[0])) { old.shift(); next.shift(); }
    while (old.length && next.length && old.at(-1).isEqualNode(next.at(-1))) { old.pop(); next.pop(); }
    const end = old.length ? old.at(-1).nextSibling : null;
    const place = old.length ? null : anchorAfter(node, other, next);
    next.forEach((wish, index) => {
      const present = old[index];
      if (present && alike(present, wish)) become(present, wish);
      else if (present) present.replaceWith(document.importNode(wish, true));
      else node.insertBefore(document.importNode(wish, true), old.length ? end : place);
    });
    old.slice(next.length).forEach((child) => child.remove());
  }

  /** Where new children belong when none of the old ones is in their place. */
  function anchorAfter(node, other, next) {
    if (!next.length) return null;
    const after = [...other.childNodes].indexOf(next.at(-1)) + 1;
    const left = other.childNodes.length - after;
    const old = [...node.childNodes].filter((child) => !isOwn(child));
    return left ? old[old.length - left] : old.at(-1)?.nextSibling ?? null;
  }

  /** A style sheet goes when the one in its place has come, so that the page is never without. */
  function takeStyles(other) {
    const old = [...document.querySelectorAll('link[rel="stylesheet"]:not([data-vitrine-preview])')];
    const next = [...other.querySelectorAll('link[rel="stylesheet"]:not([data-vitrine-preview])')];
    next.forEach((wish, index) => {
      const present = old[index];
      if (present && present.getAttribute("href") === wish.getAttribute("href")) return;
      const fresh = document.importNode(wish, true);
      const settle = () => present?.remove();
      fresh.addEventListener("load", settle);
      fresh.addEventListener("error", settle);
      if (present) present.after(fresh);
      else document.head.append(fresh);
    });
    old.slice(next.length).forEach((link) => link.remove());
  }

  async function refresh() {
    if (busy || wanted === shown) return;
    busy = true;
    const state = wanted;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const other = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (document.body.hasAttribute("data-vitrine-no-site") || !(answer.headers.get("content-type") ?? "").startsWith("text/html")) {
        location.reload();
        return;
      }
      takeStyles(other);
      document.title = other.title;
      takeAttributes(document.documentElement, other.documentElement);
      become(document.body, other.body);
      shown = state;
      document.dispatchEvent(new Event("vitrine-preview"));
    } catch {
      // The server is gone; once it is back, it tells its state again.
    } finally {
      busy = false;
    }
    if (wanted !== state) refresh();
  }

  function showProblems({ problems, summary }) {
    let panel = document.querySelector("vitrine-problems");
    if (document.body.hasAttribute("data-vitrine-no-site")) {
      if (problems) panel.querySelector("pre").textContent = problems;
      return;
    }
    if (!problems) {
      panel?.remove();
      return;
    }
    if (panel && panel.querySelector("pre").textContent === problems) return;
    panel?.remove();
    panel = document.createElement("vitrine-problems");
    panel.setAttribute("role", "alert");
    panel.tabIndex = 0;
    const heading = document.createElement("h2");
    heading.textContent = `${summary}. You see the page as it was before.`;
    const text = document.createElement("pre");
    text.textContent = problems;
    const hide = document.createElement("button");
    hide.type = "button";
    hide.textContent = "Hide until the next change";
    hide.addEventListener("click", () => panel.remove());
    panel.append(heading, text, hide);
    document.body.append(panel);
  }

  function listen() {
    const events = new EventSource("/.vitrine/events");
    events.addEventListener("state", ({ data }) => {
      const state = JSON.parse(data);
      showProblems(state);
      wanted = state.site;
      refresh();
    });
    // Most browsers try again by themselves, some give up when nobody listens at once.
    events.addEventListener("error", () => {
      if (events.readyState !== EventSource.CLOSED) return;
      events.close();
      setTimeout(listen, 1000);
    });
  }
  listen();
})();
