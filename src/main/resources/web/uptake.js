// Plots of figures, drawn from the tables that stand behind them; whoever has no scripts reads the tables.
(function () {
  "use strict";

  if (!window.echarts) {
    return;
  }
  var TALLEST_BARS = 22;
  var charts = [];


  function dark() {
    var theme = document.documentElement.dataset.bsTheme;
    return theme === "dark" || (theme !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  }

  function tones(printing) {
    var night = dark() && !printing;
    return {
      text: night ? "#dce3ea" : "#2b3440",
      line: night ? "#3a4654" : "#d8dee5",
      back: night ? "#182433" : "#ffffff",
      colours: night
        ? ["#5cc4b8", "#8fc1f5", "#f0c070", "#ff9a92", "#b7a6f0"]
        : ["#0f6f6a", "#1d5fa8", "#b07400", "#b3261e", "#6a4fb3"]
    };
  }

  function read(figure) {
    var table = document.getElementById(figure.dataset.table);
    var heads = Array.prototype.slice.call(table.querySelectorAll("thead th"), 1);
    var rows = Array.prototype.slice.call(table.querySelectorAll("tbody tr"));
    var number = function (cell) {
      return cell.dataset.value === "" ? null : Number(cell.dataset.value);
    };
    return {
      names: rows.map(function (row) {
        return row.querySelector("th").textContent.trim();
      }),
      series: heads.map(function (head, at) {
        return {
          name: head.textContent.trim(),
          values: rows.map(function (row) {
            return number(row.querySelectorAll("td")[at]);
          }),
          links: rows.map(function (row) {
            var link = row.querySelectorAll("td")[at].querySelector("a");
            return link ? link.href : "";
          })
        };
      })
    };
  }

  function axis(colour, more) {
    return Object.assign(
      {
        axisLabel: { color: colour.text, hideOverlap: true },
        axisLine: { lineStyle: { color: colour.line } },
        splitLine: { lineStyle: { color: colour.line } },
        axisTick: { show: false }
      },
      more
    );
  }

  function series(kind, one) {
    if (kind === "lines") {
      return { type: "line", name: one.name, data: one.values, symbolSize: 7, connectNulls: true };
    }
    var bar = { type: "bar", name: one.name, data: one.values, barMaxWidth: 24, itemStyle: { borderRadius: 3 } };
    return kind === "stack" ? Object.assign(bar, { stack: "all", itemStyle: {} }) : bar;
  }

  function options(kind, data, unit, printing) {
    var colour = tones(printing);
    var lying = kind === "bars" || kind === "steps";
    var names = axis(colour, { type: "category", data: data.names, inverse: lying, splitLine: { show: false } });
    if (lying) {
      names.axisLabel = { color: colour.text, width: 128, overflow: "truncate", interval: 0 };
    }
    var values = axis(colour, { type: "value", name: unit, nameTextStyle: { color: colour.text, align: "left" }, minInterval: unit ? 0 : 1 });
    if (lying || data.series.length > 1) {
      values.name = "";
    }
    return {
      animation: false,
      color: colour.colours,
      backgroundColor: colour.back,
      grid: { left: 8, right: lying ? 48 : 16, top: data.series.length > 1 ? 40 : lying ? 4 : 32, bottom: 8, containLabel: true },
      legend: { show: data.series.length > 1, textStyle: { color: colour.text }, top: 0 },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        backgroundColor: colour.back,
        borderColor: colour.line,
        textStyle: { color: colour.text }
      },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: data.series.map(function (one) {
        var drawn = series(kind, one);
        if (lying) {
          drawn.label = { show: true, position: "right", color: colour.text, formatter: label };
        }
        return drawn;
      })
    };
  }

  function label(point) {
    var value = point.value;
    return value === null || value === undefined ? "" : String(Math.round(value * 100) / 100);
  }

  function plot(figure) {
    var data = read(figure);
    var kind = figure.dataset.plot;
    if (!data.names.length) {
      return;
    }
    figure.classList.add("up-drawn");
    if (kind === "bars" || kind === "steps") {
      figure.classList.add("up-lying-" + Math.min(TALLEST_BARS, Math.ceil(data.names.length / 4) * 4));
    }
    figure.setAttribute("role", "img");
    figure.setAttribute("aria-label", figure.dataset.name);
    var chart = window.echarts.init(figure, null, { renderer: "canvas" });
    var draw = function (printing) {
      chart.setOption(options(kind, data, figure.dataset.unit, printing), true);
    };
    draw(false);
    chart.on("click", function (point) {
      var link = data.series[point.seriesIndex].links[point.dataIndex];
      if (link) {
        window.location.assign(link);
      }
    });
    var table = document.getElementById(figure.dataset.table).closest("details");
    if (table) {
      table.open = false;
    }
    charts.push({ chart: chart, draw: draw });
  }

  function all(work) {
    charts.forEach(work);
  }

  document.querySelectorAll(".up-plot").forEach(plot);
  window.addEventListener("resize", function () {
    all(function (one) {
      one.chart.resize();
    });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    all(function (one) {
      one.draw(false);
    });
  });
  window.addEventListener("beforeprint", function () {
    all(function (one) {
      one.draw(true);
    });
  });
  window.addEventListener("afterprint", function () {
    all(function (one) {
      one.draw(false);
    });
  });
})();
