// Suggests subjects below a field marked data-suggest: "word" for a field that holds a subject, "text" for a sentence, whose
// last words are completed. Arrow keys choose, Enter takes, Escape closes; without this script the field is a plain field.
(function () {
  "use strict";

  var PAUSE_MS = 150;
  var LATIN = /(?:[A-Za-z][A-Za-z'-]*\s){0,2}[A-Za-z][A-Za-z'-]*$/;
  var OTHER = /[^\s\d,，、;；。]+$/;
  var count = 0;

  // What may be meant to be completed: the whole field, or the last words of a sentence, the longest first.
  function typed(field) {
    if (field.dataset.suggest === "word") {
      return [field.value.trim()];
    }
    var before = field.value.slice(0, field.selectionStart);
    var latin = LATIN.exec(before);
    if (latin) {
      var words = latin[0].split(/\s/);
      return words.map(function (word, i) { return words.slice(i).join(" "); });
    }
    var other = OTHER.exec(before);
    return other ? [other[0], other[0].slice(1)] : [];
  }

  function take(state, option) {
    var field = state.field;
    var word = option.dataset.value;
    if (field.dataset.suggest === "word") {
      field.value = word;
    } else {
      var at = field.selectionStart;
      var before = field.value.slice(0, at - state.word.length) + word + " ";
      field.value = before + field.value.slice(at).replace(/^\s+/, "");
      field.setSelectionRange(before.length, before.length);
    }
    field.dispatchEvent(new Event("change", {bubbles: true}));
    close(state);
    field.focus();
  }

  function close(state) {
    state.list.hidden = true;
    state.list.replaceChildren();
    state.chosen = -1;
    state.field.setAttribute("aria-expanded", "false");
    state.field.removeAttribute("aria-activedescendant");
  }

  function choose(state, index) {
    var options = state.list.children;
    state.chosen = (index + options.length) % options.length;
    Array.prototype.forEach.call(options, function (option, i) {
      option.setAttribute("aria-selected", String(i === state.chosen));
    });
    state.field.setAttribute("aria-activedescendant", options[state.chosen].id);
    options[state.chosen].scrollIntoView({block: "nearest"});
  }

  function show(state, items, word) {
    var english = document.documentElement.lang === "en";
    close(state);
    items.forEach(function (item, i) {
      var option = document.createElement("li");
      var name = english ? item.subjectEn || item.subject : item.subject;
      option.id = state.list.id + "-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.value = name;
      option.append(name);
      var other = document.createElement("small");
      other.textContent = english ? item.subject : item.subjectEn || "";
      option.append(other);
      option.addEventListener("mousedown", function (event) {
        event.preventDefault();
        take(state, option);
      });
      state.list.append(option);
    });
    var only = items.length === 1 && state.list.firstChild.dataset.value === word;
    state.list.hidden = items.length === 0 || only;
    state.field.setAttribute("aria-expanded", String(!state.list.hidden));
  }

  function askable(word) {
    return word.length > 1 && word.length <= 100;
  }

  function ask(state) {
    var words = typed(state.field).filter(askable);
    var asked = state.field.value;
    if (words.length === 0) {
      close(state);
      return;
    }
    next(0);

    function next(i) {
      fetch("/api/v1/subjects?limit=8&q=" + encodeURIComponent(words[i]))
        .then(function (answer) { return answer.ok ? answer.json() : {items: []}; })
        .then(function (found) {
          if (state.field.value !== asked || document.activeElement !== state.field) {
            return;
          }
          if (found.items.length === 0 && i + 1 < words.length) {
            next(i + 1);
          } else {
            state.word = words[i];
            show(state, found.items, words[i]);
          }
        })
        .catch(function () { close(state); });
    }
  }

  function keys(state, event) {
    var step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (state.list.hidden) {
      return;
    }
    if (step) {
      event.preventDefault();
      choose(state, state.chosen < 0 && step < 0 ? -1 : state.chosen + step);
    } else if (event.key === "Enter" && state.chosen >= 0) {
      event.preventDefault();
      take(state, state.list.children[state.chosen]);
    } else if (event.key === "Escape") {
      close(state);
    }
  }

  function attach(field) {
    var list = document.createElement("ul");
    var state = {field: field, list: list, chosen: -1, timer: 0, word: ""};
    var place = document.createElement("div");
    place.className = "qi-suggest";
    list.id = "suggestions-" + count++;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.dataset.suggestLabel);
    list.hidden = true;
    field.before(place);
    place.append(field, list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("autocomplete", "off");
    field.addEventListener("input", function () {
      clearTimeout(state.timer);
      state.timer = setTimeout(ask, PAUSE_MS, state);
    });
    field.addEventListener("keydown", function (event) { keys(state, event); });
    field.addEventListener("blur", function () { close(state); });
  }

  function attachAll(root) {
    root.querySelectorAll("[data-suggest]:not([role=combobox])").forEach(attach);
  }

  attachAll(document);
  document.addEventListener("htmx:load", function (event) { attachAll(event.detail.elt); });
})();
