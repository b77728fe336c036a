// Fills a discount and a day into all items of an answer at once.
(function () {
  "use strict";

  var box = document.querySelector("[data-quote-fill]");
  if (!box) {
    return;
  }
  box.hidden = false;
  box.querySelector("[data-fill-do]").addEventListener("click", function () {
    Array.prototype.forEach.call(box.querySelectorAll("[data-fill]"), function (source) {
      if (source.value === "") {
        return;
      }
      var fields = document.querySelectorAll("#answer [name^='" + source.dataset.fill + "-']");
      Array.prototype.forEach.call(fields, function (field) {
        field.value = source.value;
      });
    });
  });
})();
