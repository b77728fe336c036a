// A booking or a closure is moved by dragging it to a free time, or by its grip: then each free time has a button, arrow
// keys go between them, Escape gives up. Nothing is sent before the dialog is confirmed.
(function () {
  "use strict";
  var moving = null;
  var missed = false;

  function calendar() { return document.getElementById("calendar"); }
  function dialog() { return document.getElementById("cal-move"); }
  function all(selector) { return Array.prototype.slice.call(calendar().querySelectorAll(selector)); }

  function tell(key) {
    var told = document.getElementById("cal-told");
    told.textContent = key ? told.dataset[key] : "";
  }

  function ready() {
    if (!calendar()) {
      return;
    }
    all("[data-movable]").forEach(function (thing) { thing.draggable = true; });
    all("[data-cal-move]").forEach(function (grip) { grip.hidden = false; });
    var hint = calendar().querySelector("[data-cal-hint]");
    if (hint) {
      hint.classList.remove("d-none");
    }
  }

  function elsewhere(element) {
    var cell = element.closest("[data-slot]");
    return cell && !cell.contains(moving) ? cell : null;
  }

  function begin(thing) {
    stop();
    moving = thing;
    thing.classList.add("cal-moving");
    calendar().classList.add("cal-choosing");
  }

  function stop() {
    if (!moving) {
      return;
    }
    moving.classList.remove("cal-moving");
    calendar().classList.remove("cal-choosing");
    all("[data-cal-target]").forEach(function (target) { target.hidden = true; });
    all(".cal-over").forEach(function (cell) { cell.classList.remove("cal-over"); });
    moving = null;
    tell("");
    if (missed) {
      missed = false;
      window.htmx.trigger(calendar(), "catch-up");
    }
  }

  function shownTargets() {
    return all("[data-cal-target]").filter(function (target) {
      return target.offsetParent !== null && !target.closest("td").contains(moving);
    });
  }

  function choose(thing) {
    begin(thing);
    all("[data-cal-target]").forEach(function (target) { target.hidden = target.closest("td").contains(thing); });
    var targets = shownTargets();
    tell(targets.length ? "choose" : "none");
    if (targets.length) {
      targets[0].focus();
    }
  }

  function ask(cell) {
    var form = dialog().querySelector("form");
    var closure = Boolean(moving.dataset.closure);
    var title = document.getElementById("cal-move-title");
    title.textContent = closure ? title.dataset.closure : title.dataset.booking;
    form.booking.value = moving.dataset.booking || "";
    form.closure.value = moving.dataset.closure || "";
    form.version.value = moving.dataset.version;
    form.slot.value = cell.dataset.slot;
    dialog().querySelector("[data-cal-what]").textContent = moving.dataset.name;
    dialog().querySelector("[data-cal-when]").textContent = "→ " + cell.dataset.time;
    dialog().querySelector("[data-cal-booking]").hidden = closure;
    dialog().showModal();
  }

  // From one free time to the next: up and down within a day, left and right to the nearest time of another day.
  function neighbour(from, key) {
    var here = from.getBoundingClientRect();
    var best = null;
    var least = Infinity;
    shownTargets().forEach(function (target) {
      var there = target.getBoundingClientRect();
      var x = there.left - here.left;
      var y = there.top - here.top;
      var along = { ArrowRight: x, ArrowLeft: -x, ArrowDown: y, ArrowUp: -y }[key];
      var across = key === "ArrowRight" || key === "ArrowLeft" ? Math.abs(y) : Math.abs(x);
      if (along > 4 && along + 3 * across < least) {
        least = along + 3 * across;
        best = target;
      }
    });
    return best;
  }

  document.addEventListener("click", function (event) {
    var grip = event.target.closest("[data-cal-move]");
    var target = event.target.closest("[data-cal-target]");
    if (grip) {
      choose(grip.closest("[data-movable]"));
    } else if (target && moving) {
      ask(target.closest("[data-slot]"));
    } else if (event.target.closest("[data-cal-cancel]")) {
      dialog().close();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (!moving || dialog().open) {
      return;
    }
    if (event.key === "Escape") {
      var grip = moving.querySelector("[data-cal-move]");
      stop();
      grip.focus();
    } else if (event.key.indexOf("Arrow") === 0 && event.target.matches("[data-cal-target]")) {
      var next = neighbour(event.target, event.key);
      event.preventDefault();
      if (next) {
        next.focus();
      }
    }
  });

  document.addEventListener("dragstart", function (event) {
    var thing = event.target.closest && event.target.closest("[data-movable]");
    if (thing) {
      begin(thing);
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", thing.dataset.name);
    }
  });

  document.addEventListener("dragover", function (event) {
    var cell = moving && elsewhere(event.target);
    all(".cal-over").forEach(function (other) { other.classList.toggle("cal-over", other === cell); });
    if (cell) {
      event.preventDefault();
      cell.classList.add("cal-over");
    }
  });

  document.addEventListener("drop", function (event) {
    var cell = moving && elsewhere(event.target);
    if (cell) {
      event.preventDefault();
      ask(cell);
    }
  });

  document.addEventListener("dragend", function () {
    if (!dialog().open) {
      stop();
    }
  });

  // What is told live waits while something is being moved.
  function wait(event) {
    if (moving && event.detail.elt.id === "calendar") {
      event.preventDefault();
      missed = true;
    }
  }
  document.addEventListener("htmx:beforeRequest", wait);
  document.addEventListener("htmx:beforeSwap", wait);
  document.addEventListener("htmx:afterSettle", ready);
  dialog().addEventListener("close", stop);
  ready();
})();
