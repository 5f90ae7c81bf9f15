using System.Net;
using System.Text.RegularExpressions;
using BillingActors.Gateway.Auth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace BillingActors.Gateway.Tests;

public sealed partial class PermissionMatrixTests
{
    /// <summary>
    /// Who may call what, written by hand and apart from the table of the product. Columns: operator, clerk, agent,
    /// collector, supervisor, controller, auditor, integrator, admin.
    /// </summary>
    private const string Matrix = """
        o c a l s t u i -  GET /v1/accounts/
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/balance
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/history
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/invoices
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/
        o c - - s - - i -  PUT /v1/accounts/{entityId}/{accountId}/profile
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/close
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/contracts
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/contracts/{contractId}/tariff
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/contracts/{contractId}/end
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/charges
        - c - - s - - - -  DELETE /v1/accounts/{entityId}/{accountId}/charges/{chargeId}
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/adjustments
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/credit-memos
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/credit-memos/preview
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/cancellations
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/write-offs
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/write-offs/{writeOffId}/recoveries
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/transfers
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/transfers/{transferId}
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/transfers
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/move-outs
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/budget/
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/budget/estimate
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/budget/
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/budget/adjust
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/budget/end
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/parent
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/parent/leave
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/collective
        o c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/collective/end
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/collective
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/collective/children
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collective/bills/{billId}
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collective/bills/{billId}/lines
        - c - - s t u - -  GET /v1/approvals
        - - - - s t u - x  GET /v1/approvals/legal-entities
        - c - - s t u - -  GET /v1/accounts/{entityId}/{accountId}/requests/
        - c - l s t - - -  POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/approve
        - - - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/reject
        - c - l s t - - -  POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/withdraw
        - c - - s t u - -  GET /v1/accounts/{entityId}/{accountId}/requests/{requestId}/documents/
        - c - l s t - - -  POST /v1/accounts/{entityId}/{accountId}/requests/{requestId}/documents/
        - c - - s t u - -  GET /v1/accounts/{entityId}/{accountId}/requests/{requestId}/documents/{documentId}
        o c a l s t u i -  GET /v1/accounts/{entityId}/{accountId}/payments/
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/preview
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/applications
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/applications/preview
        - c - - s - - i -  DELETE /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/applications/{applicationId}
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/reversal
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/chargebacks
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/chargebacks/{chargebackId}/won
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/payments/{receiptId}/chargeback-won
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/credit-settlements
        - c - - s - - i -  DELETE /v1/accounts/{entityId}/{accountId}/credit-settlements/{settlementId}
        - c - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/automatic-payment
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/refunds/
        - - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/refunds/{refundId}/reject
        - - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/refunds/{refundId}/pay
        - - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/refunds/{refundId}/return
        - c - - s - - i -  POST /v1/payments/batches/{entityId}/
        o c a l s t u i -  GET /v1/payments/batches/{entityId}/{batchId}
        - c - - s - - i -  POST /v1/payments/events/
        o c a l s t u i -  GET /v1/payments/events/{operationId}
        o - - - s - - i -  POST /v1/usage/events/
        o c a - s t u i -  GET /v1/usage/events/{operationId}
        o c a l s t u i -  GET /v1/payments/unidentified/
        o c a l s t u i -  GET /v1/payments/unidentified/{entityId}/{cashId}/proposals
        o c a l s t u i -  GET /v1/payments/unapplied/{entityId}
        - c - - s - - i -  POST /v1/payments/unidentified/{entityId}/{cashId}/move
        o c a l s - u i -  GET /v1/search
        o c a l s t u - -  GET /v1/invoices/{id}/
        o c a l s t u - -  GET /v1/invoices/{id}/page
        o c a l s t u - -  GET /v1/invoices/{id}/explain
        - c a l s - - - -  POST /v1/invoices/{id}/deliveries/
        o c a l s t u - -  GET /v1/invoices/{id}/deliveries/
        o c a l s t u - -  POST /v1/accounts/{entityId}/{accountId}/what-if
        o c a - s t u i -  GET /v1/service-points/{id}/usage
        o c a - s t u i -  GET /v1/service-points/{id}/reads
        o c a - s t u i -  GET /v1/legal-entities/{id}/
        o c a - s t u i -  GET /v1/legal-entities/{id}/history
        - - - - - t - - x  PUT /v1/legal-entities/{id}/
        - - - - s t u - x  GET /v1/legal-entities/{id}/draft/
        - - - - s t u - x  GET /v1/legal-entities/{id}/draft/history
        - - - - - t - - x  PUT /v1/legal-entities/{id}/draft/
        - - - - - t - - x  POST /v1/legal-entities/{id}/draft/release
        - - - - - t - - x  POST /v1/legal-entities/{id}/draft/reject
        - - - - - t - - x  POST /v1/legal-entities/{id}/draft/withdraw
        o c a l s - u i -  GET /v1/customers/{id}/
        o c a l s - u i -  GET /v1/customers/{id}/history
        o c - - s - - i -  PUT /v1/customers/{id}/
        o c a - s t u i -  GET /v1/service-points/{id}/
        o c a - s t u i -  GET /v1/service-points/{id}/history
        o - - - s - - i -  PUT /v1/service-points/{id}/
        o c a - s t u i -  GET /v1/bill-cycles/{id}/
        o c a - s t u i -  GET /v1/bill-cycles/{id}/history
        o - - - s - - i -  PUT /v1/bill-cycles/{id}/
        o c a - s t u i -  GET /v1/tariffs/{id}/
        o c a - s t u i -  GET /v1/tariffs/{id}/history
        o c a - s t u i -  GET /v1/tax-jurisdictions/{id}/
        o c a - s t u i -  GET /v1/tax-jurisdictions/{id}/history
        - - - - s t - - -  PUT /v1/tax-jurisdictions/{id}/
        o c a l s - u i -  GET /v1/tax-profiles/{id}/
        o c a l s - u i -  GET /v1/tax-profiles/{id}/history
        o c - - s - - i -  PUT /v1/tax-profiles/{id}/
        o c a - s t u i -  GET /v1/tariffs/
        o c a - s t u i -  GET /v1/tariffs/{id}/diff
        o c a - s t u i -  GET /v1/tariffs/{id}/draft/
        o c a - s t u i -  GET /v1/tariffs/{id}/draft/history
        o c a - s t u i -  GET /v1/tariffs/{id}/draft/check
        o c a - s t u i -  GET /v1/tariffs/{id}/draft/authors
        o - - - s t - - -  PUT /v1/tariffs/{id}/draft/
        - - - - s t - - -  POST /v1/tariffs/{id}/draft/publish
        o - - - s t - - -  POST /v1/tariffs/{id}/check
        o - - - - - - i -  POST /v1/imports/
        o - - - s - u i -  GET /v1/imports/
        o - - - s - u i -  GET /v1/imports/{importId}
        o c - - s - u - -  GET /v1/worklist/
        o c - - s - u - -  GET /v1/worklist/{id:long}
        o c - - s - - - -  POST /v1/worklist/{id:long}/assign
        o c - - s - - - -  POST /v1/worklist/{id:long}/snooze
        o c - - s - - - -  POST /v1/worklist/{id:long}/redrive
        o c - - s - - - -  POST /v1/worklist/{id:long}/drop
        o - - - s - u - -  GET /v1/streams/
        o - - - s - u - -  GET /v1/streams/{stream}/quarantine/
        o - - - s - - - -  POST /v1/streams/{stream}/quarantine/{id:long}/redrive
        o - - - s - - - -  POST /v1/streams/{stream}/quarantine/{id:long}/discard
        o - - - s t u - -  GET /v1/bill-runs/
        o - - - s t u - -  GET /v1/bill-runs/{runId}
        o - - - s t u - -  GET /v1/bill-runs/{runId}/invoices
        o - - - s t u - -  GET /v1/bill-runs/{runId}/events
        o - - - s t u - -  GET /v1/bill-runs/{runId}/comparison
        o - - - s t u - -  GET /v1/bill-runs/{runId}/reasons
        o - - - s t u - -  GET /v1/bill-runs/{runId}/sample
        o - - - s - - - -  POST /v1/bill-runs/
        o - - - s - - - -  POST /v1/bill-runs/dry-run
        o - - - s - - - -  POST /v1/bill-runs/{runId}/recalculate
        - - - - s t - - -  POST /v1/bill-runs/{runId}/approve
        o - - - s - - - -  POST /v1/bill-runs/{runId}/release
        o - - - s - - - -  POST /v1/bill-runs/{runId}/pause
        o - - - s - - - -  POST /v1/bill-runs/{runId}/resume
        o - - - s - - - -  POST /v1/bill-runs/{runId}/cancel
        o - - - s - - - -  POST /v1/bill-runs/{runId}/exceptions/{accountId}
        - c a l s t u - -  GET /v1/disputes/
        - c a l s t u - -  GET /v1/disputes/statistics
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/disputes/
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/disputes/
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/disputes/move
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/disputes/assign
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/disputes/documents
        - c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/disputes/resolve
        - c a l s - u - -  GET /v1/accounts/{entityId}/{accountId}/notes/
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/notes/
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/notes/{noteId}/pin
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/notes/{noteId}/unpin
        - c a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/notes/{noteId}/withdraw
        - c a l s t u - -  GET /v1/deposits
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/deposits/
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/request
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/waive
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/release
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/apply
        - c - - s t - - -  POST /v1/accounts/{entityId}/{accountId}/deposits/interest
        o c a - s t u i -  GET /v1/accounts/{entityId}/{accountId}/usage
        o c a - s t u i -  GET /v1/accounts/{entityId}/{accountId}/usage/records
        o c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/usage/recycle
        o c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/spending-caps
        o c - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/spending-caps/remove
        o - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/reservations/
        o - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/reservations/commit
        o - - - s - - i -  POST /v1/accounts/{entityId}/{accountId}/reservations/release
        - c a l s t u - -  GET /v1/collections
        - c a l s t u - -  GET /v1/dunning/preview
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collections/
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collections/preview
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collections/disconnection
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collections/letters/{letterId}
        - c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/collections/letters/{letterId}/page
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/profile
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/blocks
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/blocks/lift
        - c - l s t - - -  POST /v1/accounts/{entityId}/{accountId}/collections/waivers
        - - a l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/promises
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/promises/end
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/plans
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/plans/end
        - - - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/placements
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/placements/end
        - - - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/commissions
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/notices
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/contacts
        - - - - s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/disconnections
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/reconnections
        - - - l s - - - -  POST /v1/accounts/{entityId}/{accountId}/collections/orders/end
        o c a - s t u i -  GET /v1/dunning-policies/{id}/
        o c a - s t u i -  GET /v1/dunning-policies/{id}/history
        - - - - s t - - -  PUT /v1/dunning-policies/{id}/
        o c a - s t u i -  GET /v1/dispute-policies/{id}/
        o c a - s t u i -  GET /v1/dispute-policies/{id}/history
        - - - - s t - - -  PUT /v1/dispute-policies/{id}/
        - - - - s t u - -  GET /v1/ledger/{entityId}
        - - - - s t u - -  GET /v1/ledger/{entityId}/trial-balance
        - - - - s t u - -  GET /v1/ledger/{entityId}/trial-balance/csv
        - - - - s t u - -  GET /v1/ledger/{entityId}/ageing
        - - - - s t u - -  GET /v1/ledger/{entityId}/ageing/csv
        - - - - s t u - -  GET /v1/ledger/{entityId}/chart
        - - - - s t u - -  GET /v1/ledger/{entityId}/journal
        - - - - s t u - -  GET /v1/ledger/{entityId}/periods
        - - - - - t - - -  POST /v1/ledger/{entityId}/periods/lock
        - - - - - t - - -  POST /v1/ledger/{entityId}/periods/reopen
        - - - - s t - - -  POST /v1/ledger/{entityId}/periods/reopen/approve
        - - - l s t u - -  GET /v1/reports/receivables/
        - - - l s t u - -  GET /v1/reports/receivables/{entityId}/past-due
        - - - l s t u - -  GET /v1/reports/receivables/{entityId}/unapplied-cash
        - - - - s t u - -  GET /v1/charts-of-accounts/{id}/
        - - - - s t u - -  GET /v1/charts-of-accounts/{id}/history
        - - - - - t - - -  PUT /v1/charts-of-accounts/{id}/
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/statements/open-items
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/statements/open-items/page
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/statements/balance-forward
        o c a l s t u - -  GET /v1/accounts/{entityId}/{accountId}/statements/balance-forward/page
        - - - - s - u - x  GET /v1/audit/
        - - - - s - u - x  GET /v1/audit/check
        - - - - s - u - x  GET /v1/audit/seals
        - - - - - - u - x  POST /v1/audit/seals
        - - - - s - - - x  GET /v1/sensitive-accounts
        - - - - s - - - x  POST /v1/accounts/{entityId}/{accountId}/sensitive/
        - - - - s - - - x  DELETE /v1/accounts/{entityId}/{accountId}/sensitive/
        - - - - s - - - x  GET /v1/customers/{id}/person/
        - - - - s - - - x  GET /v1/customers/{id}/person/archive
        - - - - s - - - x  GET /v1/customers/{id}/person/file
        - - - - s - - - x  POST /v1/customers/{id}/person/restrict
        - - - - s - - - x  POST /v1/customers/{id}/person/erase
        - - - - - t - - x  GET /v1/retention/
        - - - - - t - - x  POST /v1/retention/{name}
        - - - - - t - - x  POST /v1/retention/{name}/approve
        - - - - - - - - x  GET /v1/users/
        - - - - - - - - x  GET /v1/users/{personId}
        - - - - - - - - x  PUT /v1/users/{personId}
        - - - - - - - - x  GET /v1/keys/
        - - - - - - - - x  POST /v1/keys/
        - - - - - - - - x  DELETE /v1/keys/{keyId}
        - - - - - - - - x  GET /v1/webhooks/
        - - - - - - - - x  POST /v1/webhooks/
        - - - - - - - - x  GET /v1/webhooks/{webhookId}/
        - - - - - - - - x  PUT /v1/webhooks/{webhookId}/
        - - - - - - - - x  POST /v1/webhooks/{webhookId}/secret
        - - - - - - - - x  GET /v1/webhooks/{webhookId}/deliveries
        - - - - - - - - x  POST /v1/webhooks/{webhookId}/replay
        o c a l s t u i x  GET /v1/me
        """;

    private static readonly string[] Open =
        ["/health/live", "/health/ready", "/health/startup", "/openapi/{documentName}.json", "/scalar"];

    private static Dictionary<string, string> Rows { get; } = Matrix.Split('\n').ToDictionary(
        line => line[19..].Trim(),
        line => line[..17].Replace(" ", "", StringComparison.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public async Task Every_role_can_call_what_the_matrix_says_and_nothing_else()
    {
        await using var host = await GatewayHost.Start();
        var clients = Role.All.Select(role => host.As(role, "p-" + role)).ToArray();
        foreach (var (call, cells) in Rows)
        {
            for (var column = 0; column < clients.Length; column++)
            {
                var status = await StatusOf(clients[column], call);
                Assert.True((status != HttpStatusCode.Forbidden) == (cells[column] != '-'),
                    $"{Role.All[column]} calls {call}: {status}");
                Assert.NotEqual(HttpStatusCode.Unauthorized, status);
            }
        }
    }

    [Fact]
    public async Task Nobody_without_a_credential_can_call_anything_of_the_matrix()
    {
        await using var host = await GatewayHost.Start();
        foreach (var call in Rows.Keys)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(host.Anonymous(), call));
    }

    [Fact]
    public async Task The_matrix_has_every_endpoint_and_no_other()
    {
        await using var host = await GatewayHost.Start();
        var closed = host.Calls.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
        var calls = closed.SelectMany(endpoint => MethodsOf(endpoint)
            .Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_health_and_the_documents_are_open()
    {
        await using var host = await GatewayHost.Start();
        var open = host.Calls.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!);
        Assert.All(open, path => Assert.Contains(
            Open, known => ("/" + path.Trim('/')).StartsWith(known, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_closed_endpoint_names_one_permission()
    {
        await using var host = await GatewayHost.Start();
        Assert.All(
            host.Calls.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null),
            endpoint => Assert.Single(endpoint.Metadata.OfType<PermissionRequirement>()));
    }

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods;

    /// <summary>
    /// Sends a call with an empty body and no headers: what is permitted fails later for another reason.
    /// </summary>
    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string call)
    {
        var (method, path) = (call.Split(' ')[0], Parameter().Replace(call.Split(' ')[1], "1"));
        var isFile = path == "/v1/imports/" || path.EndsWith("/documents/", StringComparison.Ordinal);
        using var response = isFile && method == "POST"
            ? await client.Upload(path, [])
            : await client.Send(method, path, method is "POST" or "PUT" ? "{}" : null);
        return response.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
