package org.qibroker.standards;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB/T 228.1-2021 | GB/T 228.1-2021",
                "GB/T228.1—2021 | GB/T 228.1-2021",
                "ＧＢ／Ｔ ２２８．１－２０２１ | GB/T 228.1-2021",
                "gb/t 228.1-2021 | GB/T 228.1-2021",
                "GBT19001—2016 | GB/T 19001-2016",
                "GB_T 3324-2024 | GB/T 3324-2024",
                "GB∕T 31563 - 2015 | GB/T 31563-2015",
                "？QB/T？4566-2025 | QB/T 4566-2025",
                "《GB 11914-89》 | GB 11914-1989",
                "JJG 30-2012 | JJG 30-2012",
                "JJF 1059.1-2012 | JJF 1059.1-2012",
                "JJG（航天）35-1999 | JJG(航天) 35-1999",
                "DB31/T  1122---2018 | DB31/T 1122-2018",
                "DB31/T 1234-2020 | DB31/T 1234-2020",
                "T/CSAE 12-2021 | T/CSAE 12-2021",
                "Q/YYWS0001S-2015 | Q/YYWS 0001S-2015",
                "YY 0505-2012 | YY 0505-2012",
                "MHT3027-2013 | MH/T 3027-2013",
                "DG/TJ 08-2012-2018 | DG/TJ 08-2012-2018",
                "JTG F80/1-2017 | JTG F80/1-2017",
                "GB 50016—2014（2018年版） | GB 50016-2014(2018年版)",
                "GB 9706.1-2007/IEC 60601-1:1988 | GB 9706.1-2007",
                "GB/T 3325-2024 第8.3.1.3条 | GB/T 3325-2024 (8.3.1.3)",
                "GB/T 3325-2024 附录A | GB/T 3325-2024 (附录A)",
                "GB/T5750.4-2006中1.1 | GB/T 5750.4-2006 (1.1)",
                "GB/T 5750.6-2006 11.1 | GB/T 5750.6-2006 (11.1)",
                "GB 5009.12-2017 第一法 | GB 5009.12-2017 (第一法)",
                "ISO/IEC 17025:2017 | ISO/IEC 17025:2017",
                "ISO 6892-1:2019 | ISO 6892-1:2019",
                "ISO-1463-2003 | ISO 1463:2003",
                "ISO 3231 (1993) | ISO 3231:1993",
                "ISO 105-B07:2009 | ISO 105-B07:2009",
                "IEC60068(Part 3-6) | IEC 60068-3-6",
                "IEC/TR 60518:1975 | IEC TR 60518:1975",
                "ISO TS 14907-1:2015 | ISO/TS 14907-1:2015",
                "EN 10002-1:2001 | EN 10002-1:2001",
                "EN 196-3:2005+A1:2008 | EN 196-3:2005+A1:2008",
                "BS EN ISO 105-B07:2009 | BS EN ISO 105-B07:2009",
                "EN 527­2:2016+A1:2019 | EN 527-2:2016+A1:2019",
                "IEC 60034-9:2003+AMD1:2007 CSV | IEC 60034-9:2003+AMD1:2007",
                "DIN 50 021 (1988) | DIN 50021:1988",
                "OIML R135:2004(E) | OIML R 135:2004",
                "OIML R 4 Edition 1972 (E) | OIML R 4:1972",
                "JIS B 7994:2016 | JIS B 7994:2016",
                "ASTM E8/E8M-22 | ASTM E8/E8M-22",
                "ASTM D1683/D1683M-17(2018) | ASTM D1683/D1683M-17(2018)",
                "ASTM G54-91 | ASTM G54-91",
                "ASTM B571 (3) | ASTM B571 (3)",
                "ASME B16.11-2016 | ASME B16.11-2016",
                "ASME B89.4.10360.2 Section 6.1.1 | ASME B89.4.10360.2 (6.1.1)",
                "MIL-STD-753 (Method 101) (1990) | MIL-STD-753 (1990) (Method 101)",
                "DKD- R-5-1 | DKD-R 5-1",
                "Ford FLTM BI 103-01 | Ford FLTM BI 103-01",
            })
    void readsADesignationHoweverItIsTyped(String written, String canonical) {
        assertThat(Designations.parse(written)).map(Designation::canonical).contains(canonical);
    }

    @Test
    void takesADesignationApart() {
        assertThat(Designations.parse("GB/T 5750.4-2006 (1.1)"))
                .contains(new Designation("GB/T", "5750", "4", 2006, "1.1"));
        assertThat(Designations.parse("IEC 60068-2-11")).contains(new Designation("IEC", "60068", "2-11", null, null));
        assertThat(Designations.parse("ASTM A36/A36M-19"))
                .map(Designation::year)
                .contains(2019);
        assertThat(Designations.parse("GB 6764-86")).map(Designation::year).contains(1986);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Gage blocks",
                "HP 3458A",
                "JJJF 1587-2016",
                "GB/T 3836-2010A",
                "GB/T 4789.3-16",
                "JB2112(3)-77",
                "IS 6274, IS 2480",
                "GB/T 5606 (all parts)",
                "硬度 HB 200",
                "0~300 mm",
                "is 302",
                "SN 1234",
                "ISO-DIS 18555 2014",
            })
    void isEmptyForAnythingElse(String text) {
        assertThat(Designations.parse(text)).isEmpty();
    }

    @Test
    void findsEveryDesignationOfACell() {
        assertThat(Designations.findAll("GB/T 5750.4-2006 (1.1)；GB 5749-2022、JJG 30-2012"))
                .extracting(Designation::canonical)
                .containsExactly("GB/T 5750.4-2006 (1.1)", "GB 5749-2022", "JJG 30-2012");
        assertThat(Designations.findAll("《金属材料 拉伸试验》GB/T 228.1-2021 方法A"))
                .extracting(Designation::edition)
                .containsExactly("GB/T 228.1-2021");
        assertThat(Designations.findAll("GB/T 5750.4-2006 (7.1)EDTA滴定法"))
                .extracting(Designation::canonical)
                .containsExactly("GB/T 5750.4-2006 (7.1)");
        assertThat(Designations.findAll("GB 9706.1-2007/IEC 60601-1:1988"))
                .extracting(Designation::canonical)
                .containsExactly("GB 9706.1-2007");
        assertThat(Designations.findAll("Laser per ASME B5.54 Sec. 7.3"))
                .extracting(Designation::canonical)
                .containsExactly("ASME B5.54 (7.3)");
        assertThat(Designations.findAll("Gage blocks and ring gages, HB 200-250"))
                .isEmpty();
    }

    @Provide
    Arbitrary<Designation> designations() {
        Arbitrary<String> issuers = Arbitraries.of(
                "GB", "GB/T", "JJG", "JJF", "YY/T", "DB31/T", "ISO", "IEC", "ISO/IEC", "EN ISO", "BS EN");
        Arbitrary<String> numbers = Arbitraries.integers().between(1000, 99999).map(String::valueOf);
        Arbitrary<String> parts =
                Arbitraries.integers().between(1, 99).map(String::valueOf).injectNull(0.5);
        Arbitrary<Integer> years = Arbitraries.integers().between(1950, 2049).injectNull(0.3);
        Arbitrary<String> clauses =
                Arbitraries.of("5.2", "7", "附录A", "Method B").injectNull(0.5);
        return Combinators.combine(issuers, numbers, parts, years, clauses).as(Designation::new);
    }

    @Property
    void aDesignationPrintedIsReadAsItself(@ForAll("designations") Designation designation) {
        assertThat(Designations.parse(designation.canonical())).contains(designation);
    }

    @Property(tries = 3000)
    void anyTextIsReadOrLeftAlone(@ForAll String text) {
        for (Designation found : Designations.findAll(text)) {
            assertThat(found.canonical()).isNotBlank();
        }
    }

    @Test
    void answersAtOnceToWhatWouldKeepABacktrackerBusy() {
        for (String nuisance :
                new String[] {"GB/T ", "GB/T 1.", "ISO 1-", "ASTM A", "T/", "(", "Ford A ", "/A1:2000"}) {
            assertThat(Designations.parse(nuisance.repeat(20_000))).isEmpty();
            assertThat(Designations.findAll(nuisance.repeat(20_000))).hasSizeLessThan(1000);
        }
    }
}
