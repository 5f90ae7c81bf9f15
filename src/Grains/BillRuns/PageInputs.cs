using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Meters;

namespace BillingActors.Grains.BillRuns;

/// <summary>What was read for a page, and the draft of one of its accounts.</summary>
internal sealed class PageInputs(
    RunSettings settings,
    Dictionary<string, MeteredData> metered,
    Dictionary<string, ServicePoint> points,
    Dictionary<string, (Tariff Tariff, long Version)> tariffs,
    PageTaxes taxes)
{
    private readonly Dictionary<string, long> _versions =
        metered.ToDictionary(pair => pair.Key, pair => pair.Value.DataVersion, StringComparer.Ordinal);

    /// <summary>Records that were rated when they came, by account and contract.</summary>
    public ILookup<(string AccountKey, string ContractId), UsageKept> Records { get; init; } =
        Array.Empty<UsageKept>().ToLookup(static kept => ("", kept.ContractId));

    /// <summary>Calculates the account with what was read.</summary>
    public BillDraft Draft(LoadedAccount loaded)
    {
        var due = CycleCalculation.DueContracts(loaded.State, settings.WithoutContracts);
        var inputs = InputsOf(loaded);
        var bill = CycleCalculation.Calculate(loaded.State, inputs);
        var hash = bill.Outcome == DraftOutcome.NothingDue ? "" : InputHash.Of(loaded.State, inputs);
        return new BillDraft(
            settings.RunId,
            loaded.Key,
            loaded.Version,
            taxes.Mark(Stamp.Of(due, _versions, tariffs), loaded),
            hash,
            bill.Outcome,
            bill.Holds,
            bill.Plan);
    }

    /// <summary>What a closing of the account looks at.</summary>
    public ClosingInputs InputsOf(LoadedAccount loaded)
    {
        var due = CycleCalculation.DueContracts(loaded.State, settings.WithoutContracts);
        var contracts = settings.WithoutContracts with
        {
            Contracts = [.. due.Select(pair => Inputs(loaded.Key, pair.Contract))],
        };
        return taxes.AddTo(contracts, loaded);
    }

    private ContractInputs Inputs(string accountKey, Contract contract) => new(
        contract.Id,
        points.TryGetValue(contract.ServicePointId, out var point) ? Usage(point) : null,
        [.. contract.Tariffs
            .Select(assigned => tariffs.TryGetValue(assigned.TariffId, out var known) ? known.Tariff : null)
            .OfType<Tariff>()
            .Distinct()])
    {
        Records = [.. Records[(accountKey, contract.Id)]],
    };

    private ContractUsage Usage(ServicePoint point) => metered.TryGetValue(point.Id, out var data)
        ? new ContractUsage(point, data.Days, data.Reads)
        : new ContractUsage(point, [], []);
}
