using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// Closes a cycle on paper: all unbilled days and charges of an account into one invoice plan, or reasons to hold.
/// </summary>
public static class CycleCalculation
{
    /// <summary>Pure; the same inputs give the same plan on every machine.</summary>
    public static CalculatedBill Calculate(Account account, ClosingInputs inputs)
    {
        var due = DueContracts(account, inputs);
        var charges = DueCharges(account, inputs);
        if (!account.IsOpen || (due.IsEmpty && charges.IsEmpty))
            return CalculatedBill.NothingDue;

        var draft = new InvoiceDraft();
        try
        {
            foreach (var (contract, period) in due)
                RateContract(account, contract, period, inputs, draft);
            if (draft.Holds.Count == 0)
                return Checked(account, charges, draft, inputs);
        }
        catch (OverflowException)
        {
            // One account whose sums cannot be counted must not stop the page it is on.
            draft.Hold("doubtful-read", "A quantity or an amount is beyond what can be counted.");
        }
        return new CalculatedBill(DraftOutcome.Held, [.. draft.Holds], null);
    }

    /// <summary>Contracts with unbilled days before the end of the period.</summary>
    public static ImmutableArray<(Contract Contract, Period Period)> DueContracts(
        Account account, ClosingInputs inputs)
    {
        var due = ImmutableArray.CreateBuilder<(Contract Contract, Period Period)>(account.Contracts.Length);
        foreach (var contract in account.Contracts)
        {
            if (contract.Unbilled(inputs.Until) is { } period)
                due.Add((contract, period));
        }
        return due.DrainToImmutable();
    }

    /// <summary>One-off charges of days before the end of the period.</summary>
    public static ImmutableArray<PendingCharge> DueCharges(Account account, ClosingInputs inputs) =>
        account.Charges.IsEmpty ? [] : [.. account.Charges.Where(charge => charge.On < inputs.Until)];

    private static CalculatedBill Checked(
        Account account, ImmutableArray<PendingCharge> charges, InvoiceDraft draft, ClosingInputs inputs)
    {
        foreach (var charge in charges)
            draft.Take(charge);
        var standing = inputs.TaxStanding;
        var taxed = TaxCalculation.Of(new TaxRequest([.. draft.Lines], draft.TaxRules(), account.Currency)
        {
            Standing = standing,
            WarningDays = WarningDays(inputs),
        });
        if (!taxed.Holds.IsEmpty)
            return new CalculatedBill(DraftOutcome.Held, taxed.Holds, null);
        var plan = Plan(account, charges, draft, taxed);
        var ruled = charges.RemoveAll(charge => !standing.PlacesOn("", charge.On).IsEmpty);
        var doubts = draft.UntaxedCharges(ruled).AddRange(BillChecks.Find(account, plan, inputs.Cycle));
        return new CalculatedBill(doubts.IsEmpty ? DraftOutcome.Calculated : DraftOutcome.Held, doubts, plan);
    }

    private static int WarningDays(ClosingInputs inputs) => (int)(inputs.Contracts
        .SelectMany(contract => contract.Tariffs)
        .Max(tariff => tariff.Settings.Of(TaxSettings.WarningDays)) ?? 0m);

    private static void RateContract(
        Account account, Contract contract, Period unbilled, ClosingInputs inputs, InvoiceDraft draft)
    {
        var given = inputs.Contracts.FirstOrDefault(c => c.ContractId == contract.Id);
        if (given?.Usage is not { } usage)
        {
            draft.Hold("no-read", $"The service point {contract.ServicePointId} is not known.");
            return;
        }
        if (inputs.Cycle.Calendar.Covering(unbilled) is not { } periods)
        {
            draft.Hold("calendar-gap", $"The calendar of cycle {inputs.Cycle.Id} does not cover {unbilled}.");
            return;
        }
        var unknown = contract.OnTariffs(unbilled).Where(priced => given.Tariff(priced.TariffId) is null).ToList();
        if (unknown.Count > 0)
        {
            draft.Hold("tariff-gap", $"Tariff {unknown[0].TariffId} is not known.");
            return;
        }
        var uses = new List<MeasuredUse>();
        var positions = contract.Positions;
        var state = contract.State ?? RatingState.Empty;
        foreach (var (cycle, part, tariffId) in Parts(contract, unbilled, periods))
        {
            var request = new RatingRequest(
                contract.Id, given.Tariff(tariffId)!, cycle, part, usage, positions,
                inputs.Cycle.ReadWindowDays, account.Currency, inputs.Entity.Zone)
            {
                State = state,
                Standing = inputs.TaxStanding,
            };
            var rated = ContractRating.Rate(UsageBilling.With(request, given.Records));
            HoldSuspended(rated, draft);
            (positions, state) = (rated.Positions, rated.State);
            uses.AddRange(rated.Uses);
            draft.Take(rated, part.Until);
        }
        RateLate(account, contract, given, inputs, draft);
        draft.Contracts.Add(new ContractBilled(contract.Id, unbilled, Sum(uses), positions)
        {
            State = state.IsEmpty ? null : state,
        });
    }

    // Records that came after their period was billed: what they change is billed as lines of that period.
    private static void RateLate(
        Account account, Contract contract, ContractInputs given, ClosingInputs inputs, InvoiceDraft draft)
    {
        foreach (var period in contract.Usage?.Periods ?? [])
        {
            if (!period.HasLate || !UsageFile.IsBilled(period.Period, contract.BilledThrough, contract.Until))
                continue;
            foreach (var (cycle, part, tariffId) in Parts(contract, Life(contract, period.Period), [period.Period]))
            {
                if (given.Tariff(tariffId) is not { } tariff)
                {
                    draft.Hold("tariff-gap", $"Tariff {tariffId} is not known.");
                    return;
                }
                var rated = UsageBilling.Late(
                    new RatingRequest(
                        contract.Id, tariff, cycle, part, ContractUsage.None, [], 0, account.Currency,
                        inputs.Entity.Zone)
                    {
                        Standing = inputs.TaxStanding,
                    },
                    period,
                    given.Records);
                HoldSuspended(rated, draft);
                draft.Take(rated, part.Until);
            }
        }
    }

    private static Period Life(Contract contract, Period period) => period.Overlap(contract.From, contract.Until)
        ?? throw new BrokenInvariantException("a contract runs in a period it has records of");

    // A record that was rated when it came must not fall off the bill, whatever the tariff says of others.
    private static void HoldSuspended(RatingResult rated, InvoiceDraft draft)
    {
        if (rated.Holds.IsEmpty && rated.SuspendedCalls is [var first, ..])
            draft.Hold(first.Code, $"Record {first.Id}: {first.Detail}");
    }

    // A part lies in one period of the cycle and on one tariff.
    private static IEnumerable<(Period Cycle, Period Part, string TariffId)> Parts(
        Contract contract, Period unbilled, ImmutableArray<Period> periods) =>
        periods.SelectMany(
            cycle => contract.OnTariffs(cycle.Overlap(unbilled)!.Value),
            (cycle, priced) => (cycle, priced.Part, priced.TariffId));

    private static ImmutableArray<MeasuredUse> Sum(List<MeasuredUse> uses) =>
        [.. uses.GroupBy(use => (use.Unit, use.Direction)).Select(group => new MeasuredUse(
            group.Key.Unit, group.Key.Direction, group.Sum(u => u.Quantity), group.Sum(u => u.EstimatedPart)))];

    private static InvoicePlan Plan(
        Account account, ImmutableArray<PendingCharge> charges, InvoiceDraft draft, TaxedLines taxed)
    {
        var (lines, taxes) = (taxed.Lines, taxed.Taxes);
        var net = Money.Sum(account.Currency, lines.Select(line => line.Amount));
        var tax = Money.Sum(account.Currency, taxes.Select(line => line.Amount));
        var revenue = InvoiceDraft.RevenueOf(lines);
        Invariant.Holds(revenue.Sum(share => share.NetMinor) == net.Minor, "revenue by tariff sums to the net amount");
        return new InvoicePlan(
            Span(draft, charges),
            lines,
            taxes,
            revenue,
            [.. draft.Contracts],
            [.. charges.Select(c => c.Id)],
            net,
            tax)
        {
            LineTaxes = taxed.LineTaxes.IsEmpty ? null : taxed.LineTaxes,
            Notes = taxed.Notes.IsEmpty ? null : taxed.Notes,
        };
    }

    private static Period Span(InvoiceDraft draft, ImmutableArray<PendingCharge> charges)
    {
        var starts = draft.Contracts.Select(c => c.Period.From).Concat(charges.Select(c => c.On));
        var ends = draft.Contracts.Select(c => c.Period.Until).Concat(charges.Select(c => c.On.PlusDays(1)));
        return new Period(starts.Min(), ends.Max());
    }
}
