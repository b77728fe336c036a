// A change told live must not wipe out what somebody is typing: then a note offers to reload instead.
(function () {
  "use strict";

  function isLive(event) {
    var cause = event.detail.requestConfig && event.detail.requestConfig.triggeringEvent;
    return Boolean(cause && cause.type && cause.type.indexOf("sse:") === 0);
  }

  function isTyped(field) {
    if (field.type === "hidden" || field.type === "submit") {
      return false;
    }
    if (field.type === "checkbox" || field.type === "radio") {
      return field.checked !== field.defaultChecked;
    }
    return field.tagName !== "SELECT" && field.value !== field.defaultValue;
  }

  function isInUse(region) {
    var typed = Array.prototype.some.call(region.querySelectorAll("input, textarea, select"), isTyped);
    var focused = document.activeElement;
    return typed || (region.contains(focused) && focused.matches("input, textarea, select"));
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (isLive(event) && isInUse(event.detail.elt)) {
      event.preventDefault();
      document.getElementById("changed").hidden = false;
    }
  });
})();

// Whoever may write to the clipboard gets a button that copies a link.
(function () {
  "use strict";

  if (!navigator.clipboard) {
    return;
  }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var text = button.querySelector("[data-copy-text]");
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(new URL(button.dataset.copy, window.location.href).href).then(function () {
        text.textContent = button.dataset.copied;
      });
    });
  });
})();

// What is opened from the bars above a page closes with a click elsewhere and with Escape.
(function () {
  "use strict";

  var OPEN = ".qi-menu[open], .qi-nav-group[open]";

  document.addEventListener("click", function (event) {
    document.querySelectorAll(OPEN).forEach(function (menu) {
      menu.open = menu.contains(event.target);
    });
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector(OPEN);
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();

// Whoever has scripts gets a button that prints.
(function () {
  "use strict";

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  });
})();
