package org.qibroker.catalog.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qibroker.catalog.imports.ImportOptions.Format;
import org.qibroker.catalog.imports.columns.Column;
import org.qibroker.catalog.imports.rows.Sheet.SheetRow;

/** Capabilities as the key comparison database of the BIPM gives them. */
class CmcTest {
    private static final String REPLY =
            """
            {"versionApiKcdb": "1.0.13", "pageNumber": 0, "totalElements": 2, "data": [
              {"id": 1, "status": "Published", "kcdbCode": "APMP-L-XX-0001-1", "rmo": "APMP", "nmiCode": "XX",
               "quantityValue": "Central length", "cmc": {"lowerLimit": 0.5, "upperLimit": 100, "unit": "mm"},
               "cmcUncertainty": {"lowerLimit": 20.0, "upperLimit": 35.0, "unit": "nm"},
               "cmcBaseUnit": {"lowerLimit": 0.0005, "upperLimit": 0.1, "unit": "m"},
               "cmcUncertaintyBaseUnit": {"lowerLimit": 2E-8, "upperLimit": 3.5E-8, "unit": "m"},
               "confidenceLevel": 95, "coverageFactor": 2,
               "uncertaintyEquation": {"equation": "Q[20, 0.3L]", "equationComment": "L in mm"},
               "uncertaintyTable": {"tableRows": 0, "tableCols": 0, "tableName": "", "tableComment": "", "tableContents": ""},
               "uncertaintyMode": "Absolute", "comments": "", "traceabilitySource": null,
               "branchValue": "Dimensional metrology", "instrument": "Gauge block", "instrumentMethod": "Interferometry, exact fractions",
               "internationalStandard": "ISO 3650",
               "parameters": [{"parameterName": "Material", "parameterValue": "steel; ceramic"},
                              {"parameterName": "Temperature", "parameterValue": "20 &deg;C"}]},
              {"id": 2, "kcdbCode": "APMP-M-XX-0002-1", "quantityValue": "Gas flow",
               "cmc": {"lowerLimit": null, "upperLimit": 5, "unit": "m<sup>3</sup>/h"},
               "cmcUncertainty": {"lowerLimit": 0.2, "upperLimit": 0.2, "unit": "%"}, "uncertaintyMode": "Relative",
               "instrument": "Gas meter", "instrumentMethod": "Bell prover", "comments": "air only", "parameters": []}
            ]}""";

    @Test
    void aReplyOfTheSearchBecomesLines() {
        ScopeSheets read = ScopeSheets.read(REPLY, Format.JSON);
        SheetRow block = read.rows().get(0);
        assertThat(block.cell(Column.FAMILY)).isEqualTo("METROLOGY");
        assertThat(block.cell(Column.SUBJECT)).isEqualTo("Gauge block");
        assertThat(block.cell(Column.PARAMETER)).isEqualTo("Central length");
        assertThat(block.cell(Column.RANGE)).isEqualTo("0.5~100 mm");
        assertThat(block.cell(Column.UNCERTAINTY)).isEqualTo("U=Q[20, 0.3L] nm（L:mm）");
        assertThat(block.cell(Column.COVERAGE_FACTOR)).isEqualTo("2");
        assertThat(block.cell(Column.METHODS)).isEqualTo("Interferometry, exact fractions；ISO 3650；APMP-L-XX-0001-1");
        assertThat(block.cell(Column.CONDITIONS)).isEqualTo("Material: steel, ceramic；Temperature: 20 °C");
        SheetRow meter = read.rows().get(1);
        assertThat(meter.cell(Column.RANGE)).isEqualTo("≤ 5 m³/h");
        assertThat(meter.cell(Column.UNCERTAINTY)).isEqualTo("Urel=0.2 %");
        assertThat(meter.cell(Column.LIMITATION)).isEqualTo("air only");
    }

    @Test
    void whatAScopeHasNoPlaceForIsNamedOnce() {
        ScopeSheets read = ScopeSheets.read(REPLY, Format.JSON);
        assertThat(read.codes()).containsExactly("columns-beside");
        assertThat(read.sheet().findings().get(0).arguments().get(0)).contains("rmo", "nmiCode", "cmcBaseUnit");
    }

    @Test
    void referenceDataAsObjectsIsReadByItsValue() {
        ScopeSheets read = ScopeSheets.read(
                """
                [{"kcdbCode": "SIM-M-XX-0003-1", "instrument": {"id": 7, "value": "Volumetric flask", "label": null},
                  "quantity": {"id": 3, "value": "Volume", "label": null}, "baseUnit": "m<SUP>3</SUP>",
                  "instrumentmethod": {"id": 2, "value": "Gravimetric", "label": null}, "measurands": [], "comments": "",
                  "parameters": [{"name": "Temperature", "id": 1, "value": "20 ºC", "kcdbcmc": 3}, {"name": "Fluid", "value": null}]}]""",
                Format.JSON);
        SheetRow flask = read.rows().get(0);
        assertThat(flask.cell(Column.SUBJECT)).isEqualTo("Volumetric flask");
        assertThat(flask.cell(Column.QUANTITY)).isEqualTo("m³");
        assertThat(flask.cell(Column.CONDITIONS)).isEqualTo("Temperature: 20 ºC；Fluid");
    }
}
