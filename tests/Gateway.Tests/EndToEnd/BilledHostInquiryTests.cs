using System.Text.Json;
using BillingActors.Gateway.Tests.Cli;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Questions about the bill of the house, by HTTP and by the verbs of the program.</summary>
public sealed class BilledHostInquiryTests(BilledHost host) : IClassFixture<BilledHost>
{
    private const string Dearer = """
        {"id":"dearer","name":"Dearer","currency":"AUD","zone":"Australia/Brisbane","versions":[{"number":1,
        "validFrom":"2024-01-01","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.4"}}],
        "taxes":[{"code":"GST","text":"GST 10 %","percent":"10","categories":["standard"]}]}]}
        """;

    [Fact]
    public async Task The_first_bill_has_nothing_before_it_and_does_not_differ_from_itself()
    {
        var id = await InvoiceId();
        using var first = await host.Operator.Send("GET", $"/v1/invoices/{id}/explain");
        using var same = await host.Operator.Send("GET", $"/v1/invoices/{id}/explain?against={id}");

        await first.Problem(System.Net.HttpStatusCode.NotFound, "comparison-unknown");
        var explained = await same.Json();
        Assert.Equal(0, explained.GetProperty("differenceMinor").GetInt64());
        Assert.All(
            explained.GetProperty("effects").EnumerateArray(),
            cause => Assert.Equal(0, cause.GetProperty("amountMinor").GetInt64()));
    }

    [Fact]
    public async Task The_house_on_a_dearer_tariff_pays_the_price_and_its_tax_more_and_nothing_is_stored()
    {
        var body = $$"""{"contractId":"K-1","invoiceId":"{{await InvoiceId()}}","tariff":{{Dearer}}}""";

        using var response = await host.Operator.Send(
            "POST", "/v1/accounts/east/A-1/what-if", body, "Idempotency-Key: what-if-0001");

        // 148.8 kWh at 0.10 more are 14.88; a tenth of 90.52 instead of 75.64 is 1.49 more.
        var answer = await response.Json();
        Assert.Equal(9957, answer.GetProperty("totalMinor").GetInt64());
        var causes = answer.GetProperty("explanation").GetProperty("effects").EnumerateArray().ToDictionary(
            cause => cause.GetProperty("effect").GetString()!, cause => cause.GetProperty("amountMinor").GetInt64());
        Assert.Equal((1488, 149, 1637), (causes["price"], causes["tax"], causes.Values.Sum()));
        using var tariff = await host.Operator.Send("GET", "/v1/tariffs/dearer");
        await tariff.Problem(System.Net.HttpStatusCode.NotFound, "record-unknown");
    }

    [Fact]
    public async Task The_verb_what_if_prints_the_bill_and_reads_the_difference_aloud()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Dearer, Http.Cancellation);
        string[] question =
            ["what-if", "east/A-1", "--contract", "K-1", "--from", "2025-01-01", "--until", "2025-02-01"];

        var printed = await Cli([.. question, "--tariff-file", file]);
        var json = await Cli([.. question, "--tariff-file", file, "--json"]);
        var unclear = await Cli(question);
        File.Delete(file);

        Assert.True(printed.ExitCode == 0, printed.Errors);
        Assert.Contains("Higher prices add 14.88 AUD.", printed.Output, StringComparison.Ordinal);
        Assert.Contains("total 99.57 AUD", printed.Output, StringComparison.Ordinal);
        var answer = JsonSerializer.Deserialize<JsonElement>(Assert.Single(json.Lines));
        Assert.Equal(9957, answer.GetProperty("totalMinor").GetInt64());
        Assert.Equal(4, unclear.ExitCode);
    }

    [Fact]
    public async Task The_verbs_of_an_invoice_show_each_line_whole_and_explain_it()
    {
        var id = await InvoiceId();

        var shown = await Cli(["invoice", id]);
        var explained = await Cli(["invoice", "explain", id, "--against", id]);
        var none = await Cli(["invoice", "explain", id]);

        Assert.Contains("flat@1", shown.Output, StringComparison.Ordinal);
        Assert.Contains("44.64", shown.Output, StringComparison.Ordinal);
        Assert.True(explained.ExitCode == 0, explained.Errors);
        Assert.Contains("as the bill for 2025-01-01 to 2025-01-31 did.", explained.Output, StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("no invoice to compare with", none.Errors, StringComparison.Ordinal);
    }

    private Task<CliResult> Cli(string[] arguments) => CliProcess.Run(
        [
            .. arguments, "--url", host.Operator.BaseAddress!.ToString(),
            "--key", host.Operator.DefaultRequestHeaders.Authorization!.Parameter!,
        ]);

    private async Task<string> InvoiceId()
    {
        using var response = await host.Operator.Send("GET", "/v1/accounts/east/A-1/invoices");
        return Assert.Single((await response.Json()).GetProperty("items").EnumerateArray())
            .GetProperty("invoiceId").GetString()!;
    }
}
