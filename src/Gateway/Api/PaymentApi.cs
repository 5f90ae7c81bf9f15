using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/payments: money that comes in, what it pays, and how that is taken back.</summary>
internal static class PaymentApi
{
    private static readonly string[] Bookable =
    [
        "account-unknown", "amount-not-positive", "amount-too-large", "currency-mismatch", "receipt-exists",
        "card-number", "card-token-wrong", "reference-invalid", "word-unknown", "date-not-allowed",
    ];

    private static readonly string[] Appliable =
    [
        "account-unknown", "receipt-unknown", "receipt-reversed", "application-exists", "item-unknown",
        "item-overpaid", "cash-short", "amount-not-positive", "nothing-to-apply",
    ];

    public static void MapPayments(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Payments");
        var payments = account.MapGroup("/payments");
        payments.MapGet("/", View).Reads(Permissions.PaymentsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows what came in, what it paid, and what goes back.");
        payments.MapPost("/", Receive).Changes(Permissions.PaymentsWrite).Refuses(Bookable)
            .WithSummary("Books money that came in and sets it against what is owed.");
        payments.MapPost("/preview", PreviewPayment).Changes(Permissions.PaymentsWrite).Refuses(Bookable)
            .WithMetadata(new OnlyLooks())
            .WithSummary("Says what a payment would be set against; stores nothing.");
        payments.MapApplications();
        payments.MapPost("/{receiptId}/reversal", Reverse).Changes(Permissions.PaymentsReverse).NeedsReason()
            .Refuses("account-unknown", "receipt-unknown", "receipt-reversed", "not-by-card", "word-unknown")
            .WithSummary("Takes a whole receipt back: returned, booked by mistake, or charged back.");
        payments.MapChargebacks();
        account.MapCreditSettlements();
    }

    private static void MapApplications(this IEndpointRouteBuilder payments)
    {
        payments.MapPost("/{receiptId}/applications", Apply).Changes(Permissions.PaymentsWrite).Refuses(Appliable)
            .WithSummary("Sets what is left of a receipt against items that are named, or else by rule.");
        payments.MapPost("/{receiptId}/applications/preview", PreviewApplication).Changes(Permissions.PaymentsWrite)
            .WithMetadata(new OnlyLooks())
            .Refuses(Appliable)
            .WithSummary("Says what an application would settle; stores nothing.");
        payments.MapDelete("/{receiptId}/applications/{applicationId}", Unapply).Changes(Permissions.PaymentsWrite)
            .NeedsReason().Refuses("account-unknown", "receipt-unknown", "application-unknown")
            .WithSummary("Takes an application back: its items are open again, its receipt stands.");
    }

    private static void MapChargebacks(this IEndpointRouteBuilder payments)
    {
        payments.MapPost("/{receiptId}/chargebacks", ChargeBack).Changes(Permissions.PaymentsReverse).NeedsReason()
            .Refuses("account-unknown", "receipt-unknown", "receipt-reversed", "receipt-transferred",
                "transfer-pending", "not-by-card", "amount-not-positive", "card-number", "chargeback-exists",
                "chargeback-too-large")
            .WithSummary("Takes a part of a card payment back, because the card holder's bank did.");
        payments.MapPost("/{receiptId}/chargebacks/{chargebackId}/won", WinPart).Changes(Permissions.PaymentsReverse)
            .Refuses("account-unknown", "receipt-unknown", "receipt-reversed", "not-charged-back")
            .WithSummary("Books the money of a part that was charged back and won.");
        payments.MapPost("/{receiptId}/chargeback-won", WinChargeback).Changes(Permissions.PaymentsReverse)
            .Refuses("account-unknown", "receipt-unknown", "not-charged-back")
            .WithSummary("Books the money of a chargeback of a whole receipt that was won.");
    }

    private static void MapCreditSettlements(this IEndpointRouteBuilder account)
    {
        account.MapPost("/credit-settlements", SettleCredit).Changes(Permissions.PaymentsWrite)
            .Refuses("account-unknown", "item-unknown", "item-overpaid", "amount-not-positive", "nothing-to-apply",
                "application-exists")
            .WithSummary("Sets credits against debits.");
        account.MapDelete("/credit-settlements/{settlementId}", UnsettleCredit).Changes(Permissions.PaymentsWrite)
            .NeedsReason().Refuses("account-unknown", "application-unknown")
            .WithSummary("Takes a settlement of credits and debits back.");
        account.MapPost("/automatic-payment", Resume).Changes(Permissions.PaymentsWrite).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lets payments be drawn by themselves again.");
    }

    /// <summary>The account's grain for its money; null where the caller may not see the legal entity.</summary>
    internal static IAccountCashGrain? Cash(this AccountRoute account) =>
        account.Grain is null ? null : account.Grains.GetGrain<IAccountCashGrain>(account.Key);

    private static async Task<Results<Ok<CashView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Cash() is not { } cash || await cash.Cash(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> Receive(
        [AsParameters] AccountRoute account, Payment body, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.Receive(command.Envelope, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location + "/payments")
            : Refused.Account();

    private static async Task<Results<Ok<PaymentPreview>, ProblemHttpResult>> PreviewPayment(
        [AsParameters] AccountRoute account, Payment body, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.PreviewPayment(command.Envelope, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> Apply(
        [AsParameters] AccountRoute account, string receiptId, PaymentApplication body, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.Apply(command.Envelope, receiptId, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location + "/payments")
            : Refused.Account();

    private static async Task<Results<Ok<PaymentPreview>, ProblemHttpResult>> PreviewApplication(
        [AsParameters] AccountRoute account, string receiptId, PaymentApplication body, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.PreviewApplication(command.Envelope, receiptId, body, cancellation)).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Unapply(
        [AsParameters] AccountRoute account, string receiptId, string applicationId, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.Unapply(command.Envelope, receiptId, applicationId, cancellation))
                .Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Reverse(
        [AsParameters] AccountRoute account, string receiptId, PaymentReversal body, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.Reverse(command.Envelope, receiptId, body, cancellation)).Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> ChargeBack(
        [AsParameters] AccountRoute account, string receiptId, PaymentChargeback body, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.ChargeBack(command.Envelope, receiptId, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location + "/payments")
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> WinPart(
        [AsParameters] AccountRoute account, string receiptId, string chargebackId, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.WinChargebackPart(command.Envelope, receiptId, chargebackId, cancellation))
                .Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> WinChargeback(
        [AsParameters] AccountRoute account, string receiptId, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.WinChargeback(command.Envelope, receiptId, cancellation)).Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> SettleCredit(
        [AsParameters] AccountRoute account, CreditSettlement body, Command command,
        CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.SettleCredit(command.Envelope, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location + "/payments")
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> UnsettleCredit(
        [AsParameters] AccountRoute account, string settlementId, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.UnsettleCredit(command.Envelope, settlementId, cancellation))
                .Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Resume(
        [AsParameters] AccountRoute account, Command command, CancellationToken cancellation) =>
        account.Cash() is { } cash
            ? (await cash.ResumeAutomaticPayment(command.Envelope, cancellation)).Tagged(account).ToOk(account.Http)
            : Refused.Account();
}
