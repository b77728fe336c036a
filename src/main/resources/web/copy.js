// A button beside a field copies what is in it; without a clipboard there is no button.
(function () {
  "use strict";

  function offer(button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var field = document.getElementById(button.dataset.copy);
      navigator.clipboard.writeText(field.value).then(function () {
        button.querySelector("span").textContent = button.dataset.copied;
      }, function () {
        field.select();
      });
    });
  }

  if (navigator.clipboard) {
    document.querySelectorAll("[data-copy]").forEach(offer);
  }
})();
