using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Imports;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Cash;

/// <summary>Looks up what decisions about an account's money need: the entity's policy, its day, offers.</summary>
internal sealed class CashDesk(IAccountStore store, MasterCatalogue catalogue, string accountKey)
{
    /// <summary>What money counting from a day is set against items by; no day where there is no money.</summary>
    public async Task<CashDeskTerms> Terms(Account account, LocalDate? valueOn, CancellationToken cancellation)
    {
        var (zone, policy) = await Policy(cancellation);
        var offers = valueOn is { } day && policy.DiscountBasisPoints > 0
            ? await Offers(account, policy, day, cancellation)
            : [];
        return new CashDeskTerms(new CashTerms(policy.ToPolicy(account.Currency), offers), zone);
    }

    /// <summary>The same for a payment of a batch, whose legal entity was looked up once.</summary>
    public async Task<CashTerms> Terms(
        Account account, LocalDate valueOn, PaymentBatchDesk desk, CancellationToken cancellation) => new(
        desk.Policy.ToPolicy(account.Currency),
        desk.Policy.DiscountBasisPoints > 0 ? await Offers(account, desk.Policy, valueOn, cancellation) : []);

    public async Task<ReturnPolicy> Returns(Account account, CancellationToken cancellation) =>
        (await Policy(cancellation)).Record.ToReturns(account.Currency);

    /// <summary>The day it is at the legal entity.</summary>
    public async Task<LocalDate> Today(DateTimeOffset at, CancellationToken cancellation) =>
        CashDeskTerms.DayAt(at, (await Policy(cancellation)).Zone);

    // An account's legal entity was there when it was opened; of an unknown account the decider says so.
    private async Task<(DateTimeZone Zone, CashPolicyRecord Record)> Policy(CancellationToken cancellation)
    {
        var (entityId, _) = AccountKey.Split(accountKey);
        return await catalogue.EntityWithCash(entityId, cancellation) is var (entity, cash)
            ? (entity.Zone, cash)
            : (DateTimeZone.Utc, new CashPolicyRecord());
    }

    // Taxes of an item are in the event that issued it: the item itself only has its total.
    private async Task<ImmutableArray<DiscountOffer>> Offers(
        Account account, CashPolicyRecord policy, LocalDate valueOn, CancellationToken cancellation)
    {
        var days = policy.DiscountDays + policy.DiscountGraceDays;
        var waiting = account.OpenItems
            .Where(item => item.Open == item.Original && valueOn <= item.IssuedOn.PlusDays(days))
            .ToDictionary(item => item.Id, StringComparer.Ordinal);
        if (waiting.Count == 0)
            return [];
        var offers = ImmutableArray.CreateBuilder<DiscountOffer>();
        await foreach (var stored in store.ReadEvents(accountKey, 0, cancellation))
        {
            if (stored.Happened is not AccountEvent.InvoiceIssued issued || !waiting.ContainsKey(issued.InvoiceId))
                continue;
            offers.Add(new DiscountOffer(
                issued.InvoiceId,
                policy.DiscountBasisPoints,
                issued.IssuedOn.PlusDays(days),
                issued.NetMinor,
                [.. issued.Taxes.Select(tax => new TaxRelief(tax.Code, tax.AmountMinor))]));
        }
        return offers.ToImmutable();
    }
}
