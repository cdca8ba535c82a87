extension Overlay {
    /// Runs on every served page. It is bound by the page's policy: nothing inline, and only this origin is asked.
    static let scriptText = #"""
        (() => {
          "use strict";
          const script = document.currentScript;
          const version = script.dataset.version;
          const isPlain = "plain" in script.dataset;
          const key = "handbook-place:" + location.pathname;

          // --- Where the reader stood

          /** The last place with a name above the reading line, and how far it is from the top. */
          const landmark = () => {
            let found = null;
            for (const element of document.querySelectorAll("main [id]")) {
              const top = element.getBoundingClientRect().top;
              if (element.getClientRects().length && top <= 120) found = { id: element.id, top };
            }
            return found;
          };

          const details = () => [...document.querySelectorAll("main details")];

          const keepPlace = () => {
            const place = { x: scrollX, y: scrollY, landmark: scrollY > 0 ? landmark() : null, open: details().map((one) => one.open) };
            try {
              sessionStorage.setItem(key, JSON.stringify(place));
              history.scrollRestoration = "manual";
            } catch {}
          };

          const restorePlace = () => {
            let place = null;
            try {
              place = JSON.parse(sessionStorage.getItem(key));
              sessionStorage.removeItem(key);
            } catch {}
            if (!place) return;
            const all = details();
            if (all.length === place.open.length) all.forEach((one, index) => (one.open = place.open[index]));
            const element = place.landmark && document.getElementById(place.landmark.id);
            const y = element ? scrollY + element.getBoundingClientRect().top - place.landmark.top : place.y;
            scrollTo({ left: place.x, top: y, behavior: "instant" });
            history.scrollRestoration = "auto";
          };

          if (document.readyState === "complete") restorePlace();
          else addEventListener("load", restorePlace);

          // --- Errors over the page

          let host = null;
          let closed = null;

          const hide = () => {
            host?.remove();
            host = null;
          };

          const show = (text) => {
            if (isPlain) {
              document.querySelector("pre").textContent = text;
              return;
            }
            if (text === closed) return;
            hide();
            host = document.createElement("handbook-errors");
            host.lang = "en";
            host.dir = "ltr";
            const root = host.attachShadow({ mode: "open" });
            const element = (name, className, text) => {
              const made = document.createElement(name);
              if (className) made.className = className;
              if (text) made.textContent = text;
              return made;
            };
            const style = element("link");
            style.rel = "stylesheet";
            style.href = "/_handbook/overlay.css";
            const panel = element("section", "panel");
            panel.setAttribute("role", "alert");
            const bar = element("div", "bar");
            const close = element("button", "", "Close");
            close.type = "button";
            close.addEventListener("click", () => {
              closed = text;
              hide();
            });
            bar.append(element("p", "title", "Errors: this is the last good page"), close);
            const pre = element("pre", "", text);
            pre.tabIndex = 0;
            panel.append(bar, pre);
            panel.addEventListener("keydown", (event) => {
              if (event.key === "Escape") close.click();
            });
            root.append(style, panel);
            document.body.append(host);
          };

          // --- What is shown now

          let source = null;

          const listen = () => {
            if (source) return;
            source = new EventSource("/_handbook/events");
            source.addEventListener("message", (event) => {
              const now = JSON.parse(event.data);
              if (now.version !== version) {
                source.close();
                keepPlace();
                location.reload();
              } else if (now.trouble) {
                show(now.trouble);
              } else {
                closed = null;
                hide();
              }
            });
          };

          const leave = () => {
            source?.close();
            source = null;
          };

          // A browser keeps few connections to one host: only the page that is looked at has one.
          const look = () => (document.visibilityState === "visible" ? listen() : leave());
          document.addEventListener("visibilitychange", look);
          addEventListener("pagehide", leave);
          addEventListener("pageshow", look);
          look();
        })();

        """#
}
