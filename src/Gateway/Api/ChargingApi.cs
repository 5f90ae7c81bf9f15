using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>Usage of an account that is rated when it comes: what it came to, caps, and online charging.</summary>
internal static class ChargingApi
{
    public static void MapCharging(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Usage");
        account.MapGet("/usage", View).Reads(Permissions.UsageRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows what is used and on no bill yet, allowances left, caps and reservations.");
        account.MapGet("/usage/records", Records).Reads(Permissions.UsageRead).IsPaged()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists records as they were rated when they came, oldest first.");
        account.MapPost("/usage/recycle", Recycle).Changes(Permissions.UsageWork)
            .Refuses(ProblemCode.AccountUnknown, "account-closed")
            .WithSummary("Rates the records again that were set aside.");
        account.MapPost("/spending-caps", SetCap).Changes(Permissions.UsageWork)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "contract-unknown", "amount-not-positive",
                "amount-too-large", "cap-percents-invalid", "cap-policy-unknown")
            .WithSummary("Limits what may be used until the next bill.");
        account.MapPost("/spending-caps/remove", RemoveCap).Changes(Permissions.UsageWork)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "spending-cap-unknown")
            .WithSummary("Takes a spending cap away.");
        account.MapReservations();
    }

    private static void MapReservations(this RouteGroupBuilder account)
    {
        var reservations = account.MapGroup("/reservations");
        reservations.MapPost("/", Reserve).Changes(Permissions.UsageWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "contract-unknown", "amount-not-positive",
                "reservation-exists", "reservation-count", "reservation-time-invalid", "spending-cap-reached")
            .WithSummary("Sets an amount aside for use that begins, as far as the caps allow it.");
        reservations.MapPost("/commit", Commit).Changes(Permissions.UsageWrite)
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "usage-batch-size", "usage-record-refused",
                "reservation-unknown", "reservation-expired", "reservation-exceeded")
            .WithSummary("Says what was used of a reservation; the records are rated and billed as all others.");
        reservations.MapPost("/release", Release).Changes(Permissions.UsageWrite)
            .Refuses(ProblemCode.AccountUnknown, "reservation-unknown")
            .WithSummary("Frees what is left of a reservation.");
    }

    private static async Task<Results<Ok<UsageView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Usage() is not { } grain || await grain.ViewUsage(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    // A page ends with a batch, whatever the limit: a batch is one version of the account.
    private static async Task<Results<Ok<Page<RatedUsageView>>, ProblemHttpResult>> Records(
        [AsParameters] AccountRoute account, PageQuery page, CancellationToken cancellation)
    {
        if (account.Usage() is not { } grain || await grain.RatedUsage(page.Number, cancellation) is not { } found)
            return Refused.Account();
        return TypedResults.Ok(page.Until(
            found.Items,
            found.NextVersion == 0 ? null : found.NextVersion.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<Results<Ok<UsageReceipt>, ProblemHttpResult>> Recycle(
        [AsParameters] AccountRoute account, Command command, CancellationToken cancellation) =>
        account.Usage() is { } grain
            ? Answer(await grain.RecycleUsage(command.Envelope, cancellation), account)
            : Refused.Account();

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> SetCap(
        [AsParameters] AccountRoute account, SetSpendingCap body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Usage(), (grain, envelope) => grain.SetSpendingCap(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> RemoveCap(
        [AsParameters] AccountRoute account, RemoveSpendingCap body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Usage(), (grain, envelope) => grain.RemoveSpendingCap(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Reserve(
        [AsParameters] AccountRoute account, ReserveUsage body, Command command, CancellationToken cancellation) =>
        account.Send(
            command, account.Usage(), (grain, envelope) => grain.ReserveUsage(envelope, body, cancellation));

    private static async Task<Results<Ok<UsageReceipt>, ProblemHttpResult>> Commit(
        [AsParameters] AccountRoute account, CommitReservation body, Command command,
        CancellationToken cancellation) =>
        account.Usage() is { } grain
            ? Answer(await grain.CommitReservation(command.Envelope, body, cancellation), account)
            : Refused.Account();

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Release(
        [AsParameters] AccountRoute account, ReleaseReservation body, Command command,
        CancellationToken cancellation) =>
        account.Send(
            command, account.Usage(), (grain, envelope) => grain.ReleaseReservation(envelope, body, cancellation));

    private static Results<Ok<UsageReceipt>, ProblemHttpResult> Answer(
        Reply<UsageReceipt> reply, AccountRoute account)
    {
        if (reply.Value is { } receipt)
            account.Http.Tag(receipt.Version);
        return reply.ToOk(account.Http);
    }
}
