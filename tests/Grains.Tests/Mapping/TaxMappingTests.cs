using System.Text;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.Tests.Mapping;

/// <summary>Files of taxes become tables and tax status, or problems with their paths.</summary>
public sealed class TaxMappingTests
{
    private const string Table = """
        {"id":"de","name":"Germany","taxes":[{"code":"VAT","text":"VAT","percent":"19","categories":["standard"]}]}
        """;

    public static TheoryData<string, string, string> WrongTables => new()
    {
        { """ "percent":"119" """, "taxes/0/percent", "out-of-range" },
        { """ "percent":"19","reason":"free" """, "taxes/0/reason", "unknown-word" },
        { """ "percent":"19","unit":"kWh" """, "taxes/0/unit", "unit-without-amount" },
    };

    public static TheoryData<string, string, string> WrongMembers => new()
    {
        { """ "settings":{"tax-rounding":"weekly"} """, "settings/tax-rounding", "unknown-setting" },
        { """ "settings":{"tax-prices":"inclusive"} """, "settings/tax-prices", "unknown-setting" },
        {
            """ "reverseCharge":{"categories":["standard"],"text":"R","supplier":"x"} """,
            "reverseCharge/supplier", "unknown-word"
        },
    };

    public static TheoryData<string, string, string> WrongStatus => new()
    {
        {
            """ "places":[{"jurisdiction":"de","validFrom":"2025-01-01","validUntil":"2025-01-01"}] """,
            "places/0/validUntil", "ends-before-start"
        },
        { Certificate(""" "number":"" """), "exemptions/0/number", "required" },
        {
            Certificate(""" "number":"1","validUntil":"2024-01-01" """),
            "exemptions/0/validUntil", "ends-before-start"
        },
        { Certificate(""" "number":"1","sharePercent":"0" """), "exemptions/0/sharePercent", "out-of-range" },
        {
            """ "vatNumber":{"number":"DE1","checks":[{"on":"2025-01-01","answer":"yes"}]} """,
            "vatNumber/checks/0/answer", "unknown-word"
        },
    };

    [Theory]
    [MemberData(nameof(WrongTables))]
    public void A_tax_that_breaks_a_rule_names_path_and_rule(string members, string path, string rule)
    {
        var table = Table.Replace("\"percent\":\"19\"", members, StringComparison.Ordinal);

        AssertProblem("""{"jurisdictions":[""" + table + "]}", "jurisdictions/0/" + path, rule);
    }

    [Theory]
    [MemberData(nameof(WrongMembers))]
    public void A_jurisdiction_that_breaks_a_rule_names_path_and_rule(string member, string path, string rule)
    {
        var table = Table.Replace("\"taxes\"", member + ",\"taxes\"", StringComparison.Ordinal);

        AssertProblem("""{"jurisdictions":[""" + table + "]}", "jurisdictions/0/" + path, rule);
    }

    [Theory]
    [MemberData(nameof(WrongStatus))]
    public void A_tax_status_that_breaks_a_rule_names_path_and_rule(string member, string path, string rule) =>
        AssertProblem(
            """{"jurisdictions":[],"profile":{"id":"C","entityId":"E",""" + member + "}}", "profile/" + path, rule);

    [Fact]
    public void A_table_is_there_once() => AssertProblem(
        $$"""{"jurisdictions":[{{Table}},{{Table}}]}""", "jurisdictions/1/id", "duplicate-jurisdiction");

    [Fact]
    public void A_member_that_is_not_known_is_refused() => Assert.Throws<JsonException>(() =>
        TaxJson.ReadStanding(Encoding.UTF8.GetBytes("""{"jurisdictions":[],"profil":{}}""")));

    [Fact]
    public void A_certificate_of_one_account_is_not_for_another()
    {
        var profile = TaxJson.ReadProfile(Encoding.UTF8.GetBytes("""
            {"id":"C","entityId":"E","exemptions":[
                {"id":"E1","reason":"R","number":"1","validFrom":"2025-01-01","accountId":"A1"},
                {"id":"E2","reason":"R","number":"2","validFrom":"2025-01-01"}]}
            """));

        Assert.Equal(["E1", "E2"], profile.ToDomain("A1").Exemptions.Select(one => one.Id));
        Assert.Equal(["E2"], profile.ToDomain("A2").Exemptions.Select(one => one.Id));
    }

    private static string Certificate(string members) =>
        """ "exemptions":[{"id":"E","reason":"R","validFrom":"2025-01-01",""" + members + "}]";

    private static void AssertProblem(string json, string path, string rule)
    {
        var (standing, problems) = TaxStandingMapping.ToDomain(TaxJson.ReadStanding(Encoding.UTF8.GetBytes(json)));
        Assert.Null(standing);
        var problem = Assert.Single(problems);
        Assert.Equal((path, rule), (problem.Path, problem.Rule));
    }
}
