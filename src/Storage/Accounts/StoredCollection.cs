using System.Text.Json;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>What the collector's worklist shows of an account; days as ISO text, blocks by kind, with spaces.</summary>
internal readonly record struct StoredCollection(
    string Segment,
    string Jurisdiction,
    int Level,
    string? LetterOn,
    string Blocks,
    long? PromiseMinor,
    string? PromiseOn,
    string? PlanId,
    string? PlanOn,
    string? AgencyId,
    string Supply)
{
    /// <summary>The row of an account; null where collection keeps nothing.</summary>
    public static StoredCollection? Of(Account account)
    {
        if (account.Collection is not { } file)
            return null;
        var promise = file.Promises.FirstOrDefault(promise => promise.IsOpen);
        var plan = file.Plans.FirstOrDefault(plan => plan.IsRunning);
        return new StoredCollection(
            file.Segment,
            file.Jurisdiction,
            account.OpenItems.Select(item => account.DunningLevelOf(item.Id)).DefaultIfEmpty(0).Max(),
            file.Letters.IsEmpty ? null : IsoDay.Format(file.Letters[^1].On),
            string.Join(
                ' ',
                file.Blocks.Select(block => Word(block.Kind)).Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)),
            promise?.AmountMinor,
            Text(promise?.DueOn),
            plan?.Id,
            Text(plan?.FirstUnpaid(plan.PaidMinor(account))?.DueOn),
            file.Placements.LastOrDefault(placement => placement.IsRunning)?.AgencyId,
            SupplyOf(file));
    }

    private static string SupplyOf(CollectionFile file)
    {
        var last = file.Orders.LastOrDefault(order => order.Status != ServiceOrderStatus.Cancelled);
        return last switch
        {
            { Kind: ServiceOrderKind.Disconnect, Status: ServiceOrderStatus.Pending } => "cut-ordered",
            { Kind: ServiceOrderKind.Disconnect } => "cut",
            { Status: ServiceOrderStatus.Pending } => "reconnect-ordered",
            _ => "",
        };
    }

    private static string Word(BlockKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string? Text(LocalDate? day) => day is { } known ? IsoDay.Format(known) : null;
}
