using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Inquiries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>Why a bill differs from another, and what it would be on another tariff or with other reads.</summary>
internal static class InquiryApi
{
    private const string Previous = "previous";

    public static void MapInquiries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/invoices/{id}/explain", Explain).WithTags("Invoices").Reads(Permissions.InvoicesRead)
            .Refuses(ProblemCode.InvoiceUnknown, ProblemCode.ComparisonUnknown, "currency-mismatch")
            .WithSummary("Explains why an invoice differs from another one: against=previous, last-year, or an id.");
        routes.MapPost("/v1/accounts/{entityId}/{accountId}/what-if", WhatIf).WithTags("Accounts")
            .Changes(Permissions.InvoicesRead).WithMetadata(new OnlyLooks())
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.InvoiceUnknown, ProblemCode.PeriodInvalid,
                ProblemCode.RecordInvalid, "contract-unknown", "tariff-unknown", "tariff-invalid", "cycle-unknown",
                "currency-mismatch", ProblemCode.NotRatable, "service-point-unknown", "meter-unknown",
                "register-unknown", "read-repeated", "read-day-invalid", "read-value-invalid", "read-below-previous")
            .WithSummary(
                "Rates days of the past on another tariff or with other reads, explains it, stores nothing.");
    }

    private static async Task<Results<Ok<ExplanationView>, ProblemHttpResult>> Explain(
        string id, string? against, [AsParameters] Inquiry inquiry, CancellationToken cancellation)
    {
        if (await inquiry.Invoices.Find(inquiry.Caller, id, cancellation) is not { } invoice)
            return Refused.With(ProblemCode.InvoiceUnknown, "There is no such invoice.");
        var question = new ExplainInvoice(invoice.InvoiceId, against ?? Previous);
        var grain = inquiry.Grains.GetGrain<IBillInquiryGrain>(AccountKey.Of(invoice.EntityId, invoice.AccountId));
        return (await grain.Explain(question, cancellation)).ToOk(inquiry.Http);
    }

    private static async Task<Results<Ok<WhatIfView>, ProblemHttpResult>> WhatIf(
        [AsParameters] AccountRoute account, WhatIfQuestion body, Command command, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain || await grain.Balance(cancellation) is null)
            return Refused.Account();
        if (body is { From: { } from, Until: { } until } && new DayRange(from, until).Problem is { } problem)
            return problem;
        var reply = await account.Grains.GetGrain<IBillInquiryGrain>(account.Key).WhatIf(body, cancellation);
        return reply.ToOk(account.Http);
    }

    private sealed record Inquiry(Caller Caller, InvoiceReading Invoices, IGrainFactory Grains, HttpContext Http);
}
