using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts, changing: open, profile, contracts, charges, close.</summary>
internal static class AccountCommandApi
{
    public static void MapAccountCommands(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}").WithTags("Accounts");
        account.MapPost("/", Open).Changes(Permissions.AccountsWrite).WithSummary("Opens an account.")
            .Refuses("account-exists", "customer-unknown", "cycle-unknown", "entity-unknown", "currency-unknown",
                "terms-invalid", "text-invalid", "date-not-allowed");
        account.MapPut("/profile", ChangeProfile).Changes(Permissions.AccountsWrite).NeedsVersion()
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "cycle-unknown", "terms-invalid", "nothing-changed")
            .WithSummary("Changes bill cycle or payment terms.");
        account.MapPost("/close", Close).Changes(Permissions.AccountsWrite).WithSummary("Closes an account.")
            .Refuses(ProblemCode.AccountUnknown, "account-in-use", "date-not-allowed");
        account.MapContracts();
        account.MapCharges();
    }

    private static void MapContracts(this IEndpointRouteBuilder account)
    {
        account.MapPost("/contracts", StartContract).Changes(Permissions.AccountsWrite)
            .WithSummary("Starts a contract.")
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "tariff-unknown", "service-point-unknown",
                "service-point-taken", "contract-exists", "contract-overlap", "before-account-opened",
                "date-not-allowed", "period-billed");
        account.MapPost("/contracts/{contractId}/tariff", ChangeTariff).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "contract-unknown", "tariff-unknown", "date-not-allowed",
                "period-billed", "nothing-changed", ProblemCode.IdMismatch)
            .WithSummary("Puts a contract on another tariff from a day on.");
        account.MapPost("/contracts/{contractId}/end", EndContract).Changes(Permissions.AccountsWrite)
            .Refuses(ProblemCode.AccountUnknown, "contract-unknown", "service-point-taken", "date-not-allowed",
                "period-billed", ProblemCode.IdMismatch)
            .WithSummary("Ends a contract on a day.");
    }

    private static void MapCharges(this IEndpointRouteBuilder account)
    {
        account.MapPost("/charges", AddCharge).Changes(Permissions.ChargesWrite).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown, "account-closed", "charge-exists", "amount-zero", "amount-too-large",
                "text-invalid", "date-not-allowed")
            .WithSummary("Puts a one-off charge on the next invoice.");
        account.MapDelete("/charges/{chargeId}", RemoveCharge).Changes(Permissions.ChargesWrite).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown, "charge-unknown")
            .WithSummary("Takes back a one-off charge that is not billed yet.");
    }

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> Open(
        [AsParameters] AccountRoute account, OpenAccount body, Command command, CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.With(ProblemCode.EntityUnknown, "There is no such legal entity.");
        var reply = await grain.Open(command.Envelope, body, cancellation);
        return reply.Tagged(account).ToCreated(account.Http, account.Location);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> ChangeProfile(
        [AsParameters] ProfileChange change, ChangeProfile body, CancellationToken cancellation)
    {
        var account = change.Account;
        if (account.Grain is not { } grain)
            return Refused.Account();
        // An account that must be new is one before its first version.
        var fenced = body with { ExpectedVersion = change.Precondition.ExpectedVersion ?? 0 };
        var reply = await grain.ChangeProfile(change.Command.Envelope, fenced, cancellation);
        return reply.Tagged(account).ToOk(account.Http);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Close(
        [AsParameters] AccountRoute account, CloseAccount body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.Close(command.Envelope, body, cancellation)).Tagged(account).ToOk(account.Http)
            : Refused.Account();

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> StartContract(
        [AsParameters] AccountRoute account, StartContract body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.StartContract(command.Envelope, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> ChangeTariff(
        [AsParameters] AccountRoute account, string contractId, ChangeTariff body, Command command,
        CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.Account();
        if (body.ContractId != contractId)
            return Refused.With(ProblemCode.IdMismatch, "contractId differs between path and body.");
        return (await grain.ChangeTariff(command.Envelope, body, cancellation)).Tagged(account).ToOk(account.Http);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> EndContract(
        [AsParameters] AccountRoute account, string contractId, EndContract body, Command command,
        CancellationToken cancellation)
    {
        if (account.Grain is not { } grain)
            return Refused.Account();
        if (body.ContractId != contractId)
            return Refused.With(ProblemCode.IdMismatch, "contractId differs between path and body.");
        return (await grain.EndContract(command.Envelope, body, cancellation)).Tagged(account).ToOk(account.Http);
    }

    private static async Task<Results<Created<Receipt>, ProblemHttpResult>> AddCharge(
        [AsParameters] AccountRoute account, AddCharge body, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.AddCharge(command.Envelope, body, cancellation))
                .Tagged(account).ToCreated(account.Http, account.Location)
            : Refused.Account();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> RemoveCharge(
        [AsParameters] AccountRoute account, string chargeId, Command command, CancellationToken cancellation) =>
        account.Grain is { } grain
            ? (await grain.RemoveCharge(command.Envelope, new RemoveCharge(chargeId), cancellation))
                .Tagged(account).ToOk(account.Http)
            : Refused.Account();

    /// <summary>Sends the version after the command as entity tag.</summary>
    internal static Reply<Receipt> Tagged(this Reply<Receipt> reply, AccountRoute account)
    {
        if (reply.Value is { } receipt)
            account.Http.Tag(receipt.Version);
        return reply;
    }

    private sealed record ProfileChange(
        string EntityId, string AccountId, Caller Caller, IGrainFactory Grains, HttpContext Http,
        Command Command, Precondition Precondition)
    {
        public AccountRoute Account => new(EntityId, AccountId, Caller, Grains, Http);
    }
}
