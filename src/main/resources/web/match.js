// Weights moved by sliders order the candidates at once: the parts of each score are on the page already.
(function () {
  "use strict";
  var PARTS = ["price", "finish", "uncertainty", "distance", "record"];
  var MOST = 4;

  function weightsOf(form) {
    return PARTS.map(function (part) {
      return Number(form.querySelector("[data-part=" + part + "]").value);
    });
  }

  function total(article, weights) {
    var sum = weights.reduce(function (a, b) { return a + b; }, 0);
    var parts = article.dataset.parts.split(" ").map(Number);
    var weighted = parts.reduce(function (so, part, i) { return so + part * weights[i]; }, 0);
    return sum > 0 ? Math.round(weighted / sum * 1000) / 1000 : 0;
  }

  // Equals stand as they came from the server, however the sliders went before.
  function reorder(list, weights) {
    var ranked = Array.prototype.map.call(list.querySelectorAll(":scope > [data-parts]"), function (article, place) {
      article.dataset.place = article.dataset.place || String(place);
      return {
        article: article,
        verdict: Number(article.dataset.verdict),
        total: total(article, weights),
        place: Number(article.dataset.place)
      };
    });
    ranked.sort(function (a, b) { return a.verdict - b.verdict || b.total - a.total || a.place - b.place; });
    ranked.forEach(function (one) {
      one.article.querySelector("[data-total]").textContent = Math.round(one.total * 100);
      list.appendChild(one.article);
    });
  }

  function told(form) {
    var status = form.querySelector("[data-match-told]");
    clearTimeout(told.timer);
    told.timer = setTimeout(function () { status.textContent = status.dataset.text; }, 600);
  }

  document.addEventListener("input", function (event) {
    var form = event.target.closest("[data-match-weights]");
    if (form && event.target.type === "range") {
      form.querySelector("output[for=" + event.target.id + "]").textContent = event.target.value;
      document.querySelectorAll("[data-match-list]").forEach(function (list) { reorder(list, weightsOf(form)); });
      told(form);
    }
  });

  // Four stand side by side at most: the other boxes wait until one is free.
  document.addEventListener("change", function (event) {
    var box = event.target;
    if (box.matches("[data-match-compare]")) {
      var boxes = document.querySelectorAll("[data-match-compare][form=" + box.getAttribute("form") + "]");
      var ticked = Array.prototype.filter.call(boxes, function (other) { return other.checked; }).length;
      boxes.forEach(function (other) { other.disabled = ticked >= MOST && !other.checked; });
    }
  });
})();
