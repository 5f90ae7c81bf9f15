using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>Closes a cycle on paper: all unbilled days and charges of an account into one invoice plan, or reasons to hold.</summary>
public static class CycleCalculation
{
    /// <summary>Pure; the same inputs give the same plan on every machine.</summary>
    public static CalculatedBill Calculate(Account account, ClosingInputs inputs)
    {
        var due = DueContracts(account, inputs);
        var charges = account.Charges.Where(c => c.On < inputs.Until).ToImmutableArray();
        if (!account.IsOpen || (due.IsEmpty && charges.IsEmpty))
            return CalculatedBill.NothingDue;

        var work = new Work();
        foreach (var (contract, period) in due)
            RateContract(account, contract, period, inputs, work);
        if (work.Holds.Count > 0)
            return new CalculatedBill(DraftOutcome.Held, [.. work.Holds], null);

        var plan = Plan(account, charges, work);
        var doubts = BillChecks.Find(account, plan, inputs.Cycle);
        return new CalculatedBill(doubts.IsEmpty ? DraftOutcome.Calculated : DraftOutcome.Held, doubts, plan);
    }

    /// <summary>Contracts with unbilled days before the end of the period.</summary>
    public static ImmutableArray<(Contract Contract, Period Period)> DueContracts(Account account, ClosingInputs inputs) =>
        [.. account.Contracts
            .Select(contract => (contract, contract.Unbilled(inputs.Until)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.contract, pair.Item2!.Value))];

    private static void RateContract(
        Account account, Contract contract, Period unbilled, ClosingInputs inputs, Work work)
    {
        var given = inputs.Contracts.FirstOrDefault(c => c.ContractId == contract.Id);
        if (given?.Usage is not { } usage)
        {
            work.Hold("no-read", $"The service point {contract.ServicePointId} is not known.");
            return;
        }
        if (inputs.Cycle.Calendar.Covering(unbilled) is not { } periods)
        {
            work.Hold("calendar-gap", $"The calendar of cycle {inputs.Cycle.Id} does not cover {unbilled}.");
            return;
        }
        var uses = new List<MeasuredUse>();
        var positions = contract.Positions;
        foreach (var cycle in periods)
        {
            foreach (var (part, tariffId) in contract.OnTariffs(cycle.Overlap(unbilled)!.Value))
            {
                if (given.Tariffs.FirstOrDefault(t => t.Id == tariffId) is not { } tariff)
                {
                    work.Hold("tariff-gap", $"Tariff {tariffId} is not known.");
                    return;
                }
                var rated = ContractRating.Rate(new RatingRequest(
                    contract.Id, tariff, cycle, part, usage, positions,
                    inputs.Cycle.ReadWindowDays, account.Currency, inputs.Entity.Zone));
                positions = rated.Positions;
                uses.AddRange(rated.Uses);
                work.Take(rated, tariffId);
            }
        }
        work.Contracts.Add(new ContractBilled(contract.Id, unbilled, Sum(uses), positions));
    }

    private static ImmutableArray<MeasuredUse> Sum(List<MeasuredUse> uses) =>
        [.. uses.GroupBy(use => (use.Unit, use.Direction)).Select(group => new MeasuredUse(
            group.Key.Unit, group.Key.Direction, group.Sum(u => u.Quantity), group.Sum(u => u.EstimatedPart)))];

    private static InvoicePlan Plan(Account account, ImmutableArray<PendingCharge> charges, Work work)
    {
        foreach (var charge in charges)
            work.Take(charge);
        var lines = work.Lines.ToImmutableArray();
        var taxes = TaxCalculation.Of(lines, work.TaxRules(), account.Currency);
        var net = Money.Sum(account.Currency, lines.Select(line => line.Amount));
        var tax = Money.Sum(account.Currency, taxes.Select(line => line.Amount));
        var revenue = work.Revenue
            .Where(pair => pair.Value != 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new RevenueShare(pair.Key, pair.Value))
            .ToImmutableArray();
        Invariant.Holds(revenue.Sum(share => share.NetMinor) == net.Minor, "revenue by tariff sums to the net amount");
        return new InvoicePlan(
            Span(work, charges), lines, taxes, revenue, [.. work.Contracts], [.. charges.Select(c => c.Id)], net, tax);
    }

    private static Period Span(Work work, ImmutableArray<PendingCharge> charges)
    {
        var starts = work.Contracts.Select(c => c.Period.From).Concat(charges.Select(c => c.On));
        var ends = work.Contracts.Select(c => c.Period.Until).Concat(charges.Select(c => c.On.PlusDays(1)));
        return new Period(starts.Min(), ends.Max());
    }

    private sealed class Work
    {
        private readonly List<VersionTaxes> _taxes = [];

        public List<HoldReason> Holds { get; } = [];

        public List<RatedLine> Lines { get; } = [];

        public List<ContractBilled> Contracts { get; } = [];

        public Dictionary<string, long> Revenue { get; } = new(StringComparer.Ordinal);

        public void Hold(string code, string detail) => Holds.Add(new HoldReason(code, detail));

        public void Take(RatingResult rated, string tariffId)
        {
            Holds.AddRange(rated.Holds);
            Lines.AddRange(rated.Lines);
            _taxes.AddRange(rated.Taxes);
            Earn(tariffId, rated.Lines.Sum(line => line.Amount.Minor));
        }

        public void Take(PendingCharge charge)
        {
            var amount = charge.Amount.ToDecimal();
            Lines.Add(new RatedLine(
                "", charge.Id, charge.Text, new Period(charge.On, charge.On.PlusDays(1)), 1m, "item", amount, amount,
                charge.Amount, null, null, "", charge.TaxCategory, new LineSource("charge", charge.Id, "")));
            Earn("charges", charge.Amount.Minor);
        }

        // A one-off charge is taxed by the newest rules that apply on this invoice.
        public ImmutableArray<VersionTaxes> TaxRules() =>
            _taxes.Count == 0 ? [] : [.. _taxes, new VersionTaxes("", _taxes[^1].Rules)];

        private void Earn(string tariffId, long minor) =>
            Revenue[tariffId] = Revenue.GetValueOrDefault(tariffId) + minor;
    }
}
