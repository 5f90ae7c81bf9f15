using System.Net;

namespace BillingActors.Gateway.Tests;

/// <summary>What the gateway adds to questions about bills: who may ask, and where the question goes.</summary>
public sealed class InquiryTests : IAsyncLifetime
{
    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start();
        _host.Behind.Reports.Invoices.Add(InvoicePageTests.Invoice());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "previous")]
    [InlineData("?against=previous", "previous")]
    [InlineData("?against=INV-3", "INV-3")]
    public async Task The_question_goes_to_the_account_of_the_invoice(string query, string against)
    {
        using var response = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.5/explain" + query);

        Assert.Equal(
            ["north/a1", "north.a1.5", against],
            (await response.Json()).GetProperty("sentences").EnumerateArray().Select(text => text.GetString()!));
    }

    [Fact]
    public async Task What_cannot_be_compared_says_so()
    {
        using var none = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.5/explain?against=last-year");
        using var unknown = await _host.As("agent").Send("GET", "/v1/invoices/north.a1.6/explain");
        using var other = await _host.As("agent", "pat", "south").Send("GET", "/v1/invoices/north.a1.5/explain");

        await none.Problem(HttpStatusCode.NotFound, "comparison-unknown");
        await unknown.Problem(HttpStatusCode.NotFound, "invoice-unknown");
        await other.Problem(HttpStatusCode.NotFound, "invoice-unknown");
    }

    [Theory]
    [InlineData("""{"contractId":"K-9","from":"2026-02-01","until":"2026-01-01"}""", 400, "period-invalid")]
    [InlineData("""{"contractId":"K-9","from":"2020-01-01","until":"2026-01-01"}""", 400, "period-invalid")]
    [InlineData("""{"from":"2026-01-01","until":"2026-02-01"}""", 400, "body-invalid")]
    [InlineData("""{"contractId":"K-9","store":true}""", 400, "body-invalid")]
    [InlineData("""{"contractId":"K-9","tariff":{"id":"x"}}""", 400, "body-invalid")]
    [InlineData("""{"contractId":"K-9","invoiceId":"i","reads":[{"register":"R1","value":1}]}""", 400, "body-invalid")]
    [InlineData(
        """{"contractId":"K-9","invoiceId":"i","reads":[{"register":"R1","on":"2026-02-01","value":1}]}""",
        404, "contract-unknown")]
    [InlineData("""{"contractId":"K-9","invoiceId":"i","tariffId":"t"}""", 404, "contract-unknown")]
    public async Task A_what_if_names_what_is_wrong_with_it(string body, int status, string code)
    {
        using var response = await _host.As("agent").Send(
            "POST", "/v1/accounts/north/a1/what-if", body, "Idempotency-Key: what-if-0001");

        await response.Problem((HttpStatusCode)status, code);
    }
}
