using System.Reflection;
using System.Text.Json.Serialization;
using BillingActors.Domain.Approvals;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Gateway.OpenApi;
using Microsoft.AspNetCore.Routing;

namespace BillingActors.Gateway.Tests;

/// <summary>What one person cannot do alone, as a list that somebody must change by hand with the program.</summary>
public sealed class FourEyesTests
{
    private const string Code = "second-person-needed";

    /// <summary>
    /// Calls that a second person must make; each refuses the first one. A legal entity is stored by one person where
    /// it changes nothing about who may approve what.
    /// </summary>
    private const string Calls = """
        POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/approve
        POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/reject
        POST /v1/bill-runs/{runId}/approve
        POST /v1/customers/{id}/person/erase
        POST /v1/ledger/{entityId}/periods/reopen/approve
        POST /v1/legal-entities/{id}/draft/reject
        POST /v1/legal-entities/{id}/draft/release
        POST /v1/retention/{name}/approve
        POST /v1/tariffs/{id}/draft/publish
        PUT /v1/legal-entities/{id}/
        """;

    /// <summary>What costs money by hand: above a limit it waits for a second person.</summary>
    private static readonly string[] Actions =
    [
        "adjust", "cancel-invoice", "credit-memo", "dispute-credit", "recover-write-off", "refund", "release-deposit",
        "transfer", "waive", "waive-deposit", "write-off",
    ];

    [Fact]
    public async Task Every_call_that_decides_on_what_somebody_asked_for_refuses_the_one_who_asked()
    {
        await using var host = await GatewayHost.Start();
        var deciding = host.Calls
            .Where(call => call.Metadata.OfType<RefusalNote>().Any(note => note.Codes.Contains(Code)))
            .Select(call => $"{Method(call)} {call.RoutePattern.RawText}");

        Assert.Equal(Calls.Split('\n'), deciding.Order(StringComparer.Ordinal));

        static string Method(RouteEndpoint call) =>
            call.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
    }

    [Fact]
    public void Every_action_that_moves_money_by_hand_has_a_limit_and_is_told_of()
    {
        var page = Reference.Committed("approvals.md")!;
        var names = typeof(MoneyAction).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(kind => (string)kind.TypeDiscriminator!);

        Assert.Equal(Actions, names.Order(StringComparer.Ordinal));
        Assert.Equal(["*", .. Actions], LimitsForm.Actions.Order(StringComparer.Ordinal));
        Assert.All(Actions, action => Assert.Contains($"`{action}`", page, StringComparison.Ordinal));
    }
}
