using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Accounts;
using BillingActors.Domain.Tests.Invoicing;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Charging;

/// <summary>An account that uses, with what a store keeps beside it: records, and keys of billed periods.</summary>
internal sealed class UsageDesk
{
    private readonly Tariff _tariff;
    private readonly List<UsageKept> _kept = [];
    private readonly Dictionary<(string, Period), ReadOnlyMemory<byte>> _ids = [];

    public UsageDesk(Tariff tariff, params ReadOnlySpan<AccountEvent> events)
    {
        _tariff = tariff;
        Account = SampleAccount.Open;
        Store(SampleAccount.Start("K-1", SampleAccount.Day(1, 1), tariffId: tariff.Id));
        foreach (var happened in events)
            Store(happened);
    }

    public Account Account { get; private set; }

    public long Version { get; private set; } = 1;

    public Contract Contract => Account.Contract("K-1")!;

    public UsageContext Given(UsageBatch? batch = null)
    {
        var given = new UsageContext(SampleClosing.Entity.Zone, SampleClosing.Cycle, [_tariff]);
        var asked = batch is null ? [] : UsageRating.StoredIdsFor(Account, batch, given);
        return given with
        {
            StoredIds = asked.ToImmutableDictionary(key => key, key => _ids[key]),
        };
    }

    public UsageOutcome Take(params IEnumerable<UsageRecord> records) => Take(new UsageBatch([.. records]));

    public UsageOutcome Take(UsageBatch batch)
    {
        var outcome = UsageRating.Decide(Account, batch, Given(batch));
        Assert.Null(outcome.Decision.Refusal);
        Keep(outcome);
        return outcome;
    }

    /// <summary>Stores what was decided, the records with it.</summary>
    public void Keep(UsageOutcome outcome)
    {
        _kept.AddRange(outcome.Parts.Select(part => part with { Version = Version + 1 }));
        foreach (var happened in outcome.Decision.Events)
            Store(happened);
    }

    /// <summary>The bill up to a day, not issued.</summary>
    public CalculatedBill Calculate(LocalDate until) => CycleCalculation.Calculate(Account, Inputs(until));

    /// <summary>Issues the bill up to a day, and keeps keys as the store does.</summary>
    public InvoicePlan Bill(LocalDate until)
    {
        var plan = SampleClosing.Ready(Account, Inputs(until));
        Store(Assert.Single(SampleClosing.Issue(Account, plan).Events));
        return plan;
    }

    public string Hash(LocalDate until) => InputHash.Of(Account, Inputs(until));

    public void Store(AccountEvent happened)
    {
        var before = Contract0();
        Version++;
        Account = Account.Apply(happened, SampleAccount.Envelope(
            "command-" + Version, Version, new DocumentNumber("INV", Version)));
        foreach (var period in before?.Usage?.Periods ?? [])
        {
            if (period.Ids.Length == 0 || Contract.Usage!.Of(period.Period) is not { Ids.Length: 0 })
                continue;
            var key = ("K-1", period.Period);
            _ids[key] = UsageIds.Union(_ids.GetValueOrDefault(key), period.Ids);
        }
    }

    private Contract? Contract0() => Account.Contract("K-1");

    private ClosingInputs Inputs(LocalDate until) => SampleClosing.Inputs(
        until,
        new ContractInputs("K-1", new ContractUsage(new ServicePoint("SP-1", "north", []), [], []), [_tariff])
        {
            Records = [.. _kept],
        });
}
