using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>Customers that are behind: promises, plans, the agency, and what is given up in the end.</summary>
internal sealed class CollectionOffice(ReceivablesDesk desk, ReceivablesTally tally)
{
    private const string PlanId = "plan-1";
    private const string PlacementId = "placement-1";
    private const string WriteOffId = "write-off-1";

    /// <summary>Puts an account under the policy.</summary>
    public Task Enrol(Payer payer, CancellationToken cancellation) => desk.ByCollector(
        payer, ("/collections/profile", new SetCollectionProfile(DemoDunning.Segment, "", desk.Today)), null,
        cancellation);

    /// <summary>The customer promises what is overdue until a day; false where nothing is.</summary>
    public async Task<bool> Promise(Payer payer, DateOnly until, CancellationToken cancellation)
    {
        var overdue = (await Overdue(payer, cancellation)).Sum(item => item.OpenMinor);
        if (overdue <= 0)
            return false;
        var promise = new MakePromise(
            $"promise-{desk.Today:yyyyMMdd}", overdue, desk.Today, until, "customer", []);
        await desk.ByCollector(payer, ("/collections/promises", promise), null, cancellation);
        return true;
    }

    /// <summary>The customer pays what he is behind with in three instalments.</summary>
    public async Task Plan(Payer payer, ImmutableArray<DateOnly> dueOn, CancellationToken cancellation)
    {
        var overdue = await Overdue(payer, cancellation);
        if (overdue.IsEmpty)
            return;
        var plan = new AgreePlan(PlanId, desk.Today, [.. overdue.Select(item => item.Id)], dueOn);
        await desk.ByCollector(payer, ("/collections/plans", plan), null, cancellation);
    }

    /// <summary>The instalment of a day; 0 where none is due.</summary>
    public async Task<long> InstalmentOn(Payer payer, DateOnly day, CancellationToken cancellation)
    {
        var collection = await desk.Collection(payer, cancellation);
        return collection.Plans.Where(plan => plan.Status == "running").SelectMany(plan => plan.Instalments)
            .Where(instalment => instalment.DueOn == day).Sum(instalment => instalment.AmountMinor);
    }

    /// <summary>What is overdue goes to an agency.</summary>
    public async Task Place(Payer payer, CancellationToken cancellation)
    {
        if ((await Overdue(payer, cancellation)).IsEmpty)
            return;
        await desk.BySupervisor(
            payer, ("/collections/placements", new PlaceWithAgency(PlacementId, "agency-1", 15m, [], desk.Today)), null,
            cancellation);
        tally.Add("agency placements");
    }

    /// <summary>The agency kept its part of what it collected.</summary>
    public async Task Commission(Payer payer, long collectedMinor, CancellationToken cancellation)
    {
        var commission = new BookCommission(PlacementId, "commission-1", collectedMinor, desk.Today);
        await desk.BySupervisor(
            payer, ("/collections/commissions", commission), "statement of the agency", cancellation);
        tally.Add("commissions");
    }

    /// <summary>The agency gives up, and so does the company.</summary>
    public async Task WriteOff(Payer payer, CancellationToken cancellation)
    {
        var placements = (await desk.Collection(payer, cancellation)).Placements;
        if (placements.Any(placement => placement.Status == "placed"))
            await desk.ByCollector(
                payer, ("/collections/placements/end", new EndArrangement(PlacementId, "returned", desk.Today)), null,
                cancellation);
        var overdue = await Overdue(payer, cancellation);
        if (overdue.IsEmpty)
            return;
        var command = new WriteOffOpenItems(WriteOffId, [.. overdue.Select(item => item.Id)], "bad-debt", "insolvent");
        await desk.BySupervisor(payer, ("/write-offs", command), "the agency found nothing", cancellation);
        tally.Add("write-offs");
    }

    /// <summary>Money comes in after all for what was given up.</summary>
    public async Task Recover(Payer payer, long minor, CancellationToken cancellation)
    {
        await desk.BySupervisor(
            payer, ($"/write-offs/{WriteOffId}/recoveries", new RecoverWrittenOff("recovery-1", WriteOffId, minor)),
            "he paid after all", cancellation);
        tally.Add("recoveries");
    }

    /// <summary>Counts the letters an account got, and how its promises and plans ended.</summary>
    public async Task Count(Payer payer, CancellationToken cancellation)
    {
        var collection = await desk.Collection(payer, cancellation);
        tally.Add("letters", collection.Letters.Length);
        foreach (var promise in collection.Promises)
            tally.Add($"promises {promise.Status}");
        foreach (var plan in collection.Plans)
            tally.Add($"payment plans {plan.Status}");
    }

    private async Task<ImmutableArray<OpenItemView>> Overdue(Payer payer, CancellationToken cancellation)
    {
        var account = await desk.Account(payer, cancellation);
        return [.. account.OpenItems.Where(item => item.OpenMinor > 0 && item.DueOn < desk.Today)];
    }
}
