using System.Net;
using System.Text.Json;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Tests;

/// <summary>An invoice is sent by e-mail: to whom, by whom, once, and told to whom.</summary>
public sealed class DeliveryApiTests : IAsyncLifetime
{
    private const string Path = "/v1/invoices/north.a1.5/deliveries";

    private static readonly (string, string)[] Settings =
        [("Billing:Mail:From", "billing@example.org"), ("Billing:Mail:Host", "mail.example.org")];

    private readonly string _test = Guid.NewGuid().ToString("N");
    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await GatewayHost.Start(Settings);
        await Fill(_host);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task It_goes_to_the_customer_and_the_same_request_again_sends_it_once()
    {
        var agent = _host.As("agent");
        using var asked = await agent.Send("POST", Path, "{}", Key("one"));
        using var again = await agent.Send("POST", Path, "{}", Key("one"));

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var said = await asked.Json();
        Assert.Equal(("jo@example.com", "customer", "queued", "pat", "INV-5"), (
            Text(said, "address"), Text(said, "recipient"), Text(said, "state"), Text(said, "askedBy"),
            Text(said, "number")));
        Assert.Equal(Text(said, "deliveryId") + "@example.org", Text(said, "messageId"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(Text(said, "deliveryId"), Text(await again.Json(), "deliveryId"));
        Assert.Single(_host.Behind.Deliveries.Deliveries);

        using var trail = await _host.As("admin").Send("GET", "/v1/audit?action=delivery-asked");
        var entry = Assert.Single((await trail.Json()).GetProperty("items").EnumerateArray());
        Assert.Contains("by e-mail to the customer", entry.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("jo@", entry.GetRawText(), StringComparison.Ordinal);

        using var reused = await agent.Send("POST", Path, """{"address":"eve@example.com"}""", Key("one"), Why);
        await reused.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
    }

    [Fact]
    public async Task Another_address_needs_a_reason_and_is_told_as_such()
    {
        var clerk = _host.As("clerk");
        using var mute = await clerk.Send("POST", Path, """{"address":"eve@example.com"}""", Key("mute"));
        await mute.Problem(HttpStatusCode.UnprocessableEntity, "reason-missing");
        using var told = await clerk.Send("POST", Path, """{"address":" eve@example.com "}""", Key("told"), Why);
        var said = await told.Json();
        Assert.Equal(("eve@example.com", "other", "asked on the phone"), (
            Text(said, "address"), Text(said, "recipient"), Text(said, "reason")));
        using var own = await clerk.Send("POST", Path, """{"address":"JO@example.com"}""", Key("own"));
        Assert.Equal("customer", Text(await own.Json(), "recipient"));
        using var none = await clerk.Send("POST", Path, """{"address":"eve@example.com, bob"}""", Key("none"), Why);
        await none.Problem(HttpStatusCode.UnprocessableEntity, "address-invalid");
        using var inject = await clerk.Send(
            "POST", Path, JsonSerializer.Serialize(new { address = "eve@example.com\r\nBcc: bob@example.com" }),
            Key("inject"), Why);
        await inject.Problem(HttpStatusCode.UnprocessableEntity, "address-invalid");
    }

    [Fact]
    public async Task Who_may_not_see_contacts_sees_what_was_sent_and_not_where_to()
    {
        using var asked = await _host.As("supervisor").Send("POST", Path, "{}", Key("one"));
        foreach (var (role, address) in new[] { ("auditor", "jo@example.com"), ("controller", null) })
        {
            using var list = await _host.As(role).Send("GET", Path);
            var row = Assert.Single((await list.Json()).EnumerateArray());
            Assert.Equal((address, "queued"), (Text(row, "address"), Text(row, "state")));
        }
        using var hidden = await _host.As("agent", "olga", "south").Send("GET", Path);
        await hidden.Problem(HttpStatusCode.NotFound, "invoice-unknown");
        using var foreign = await _host.As("clerk", "olga", "south").Send("POST", Path, "{}", Key("south"));
        await foreign.Problem(HttpStatusCode.NotFound, "invoice-unknown");
        using var barred = await _host.As("auditor").Send("POST", Path, "{}", Key("barred"));
        await barred.Problem(HttpStatusCode.Forbidden, "not-permitted");
    }

    [Fact]
    public async Task The_file_of_a_person_has_where_its_bills_were_sent_to()
    {
        using var asked = await _host.As("clerk").Send("POST", Path, "{}", Key("one"));
        using var file = await _host.As("supervisor").Send("GET", "/v1/customers/c1/person/file");
        var row = Assert.Single((await file.Json()).GetProperty("deliveries").EnumerateArray());
        Assert.Equal(("jo@example.com", "INV-5"), (Text(row, "address"), Text(row, "number")));
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_customer_without_address_or_of_one_that_was_erased()
    {
        await Put([]);
        using var missing = await _host.As("clerk").Send("POST", Path, "{}", Key("missing"));
        await missing.Problem(HttpStatusCode.Conflict, "address-missing");
        _host.Behind.Deliveries.Erased.Add("c1");
        using var erased = await _host.As("clerk").Send(
            "POST", Path, """{"address":"eve@example.com"}""", Key("erased"), Why);
        await erased.Problem(HttpStatusCode.Conflict, "person-erased");
        Assert.Empty(_host.Behind.Deliveries.Deliveries);
    }

    [Fact]
    public async Task Without_a_way_out_the_answer_names_the_settings_that_are_missing()
    {
        await using var bare = await GatewayHost.Start();
        await Fill(bare);
        using var refused = await bare.As("clerk").Send("POST", Path, "{}", Key("bare"));
        var problem = await refused.Problem(HttpStatusCode.Conflict, "mail-not-set-up");
        Assert.Contains("Billing:Mail:From, Billing:Mail:Host or Billing:Mail:Folder",
            problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(bare.Behind.Deliveries.Deliveries);
    }

    private static string Why => "Reason: asked on the phone";

    private static async Task Fill(GatewayHost host)
    {
        host.Behind.Reports.Invoices.Add(InvoicePageTests.Invoice());
        await Put(host, [new CustomerContact("phone", "+61"), new CustomerContact("email", "jo@example.com")]);
    }

    private Task Put(CustomerContact[] contacts) => Put(_host, contacts);

    private static async Task Put(GatewayHost host, CustomerContact[] contacts)
    {
        var customer = host.Behind.Grains.Factory.GetGrain<IMasterDataGrain>("customer/c1");
        var before = await customer.View(Http.Cancellation);
        var content = new MasterContent(Customer: new CustomerRecord("c1", "north", "Jo", [.. contacts]));
        var envelope = new CommandEnvelope(
            Guid.NewGuid().ToString(), "person", "p", "api", DateTimeOffset.UnixEpoch);
        var reply = await customer.Put(
            envelope, new MasterPut(content, new DateOnly(2021, 1, 1), before!.Version), Http.Cancellation);
        Assert.NotNull(reply.Value);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private string Key(string name) => $"Idempotency-Key: {name}-{_test}";
}
