// The table of a scope by keyboard: arrows choose a line, Enter edits it in place, Escape closes it again.
(function () {
  "use strict";

  function lines() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-rows] .scope-open"));
  }

  function close() {
    document.querySelectorAll(".scope-edit > td").forEach(function (cell) {
      cell.replaceChildren();
    });
  }

  document.addEventListener("keydown", function (event) {
    var focused = document.activeElement;
    if (event.key === "Escape" && focused.closest(".scope-edit")) {
      var row = focused.closest(".scope-edit").previousElementSibling;
      close();
      row.querySelector(".scope-open").focus();
      return;
    }
    var all = lines();
    var at = all.indexOf(focused);
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (at >= 0 && step !== 0 && all[at + step]) {
      event.preventDefault();
      all[at + step].focus();
    }
  });

  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.requestConfig.verb === "get" && event.detail.target.closest(".scope-edit")) {
      close();
    }
  });

  document.addEventListener("htmx:afterSettle", function (event) {
    var form = event.detail.target.closest && event.detail.target.closest(".scope-edit");
    var first = form && form.querySelector("[name=subject]");
    if (first && event.detail.requestConfig.verb === "get") {
      first.focus();
    }
  });
})();
