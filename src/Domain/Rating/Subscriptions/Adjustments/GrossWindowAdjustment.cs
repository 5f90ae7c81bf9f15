using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tax.Working;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Adjustments;

/// <summary>
/// Commitments and maximums that include taxes: what a window owes for what was spent in it with taxes, less what was
/// billed for it. It is shared over what is taxed alike, and each line holds its taxes.
/// </summary>
internal sealed class GrossWindowAdjustment(
    AdjustmentScope scope, CounterList counters, ImmutableArray<RatedLine>.Builder lines, int first)
{
    /// <summary>Unit of its lines, by which a correction knows that they hold their taxes.</summary>
    internal const string Unit = "window with tax";
    private const string Days = "|in ";

    /// <summary>Adds lines for each window whose balance has changed.</summary>
    public void Add(Charge charge, Func<Period, LineDraft> draft)
    {
        var (interval, selection) = charge switch
        {
            CommitmentCharge commitment => (commitment.Window, commitment.Base),
            MaximumCharge maximum => (maximum.Window, maximum.Base),
            _ => throw new BrokenInvariantException("a commitment or a maximum has a window"),
        };
        var code = charge.Head.Code;
        var gross = scope.GrossOf([.. lines.Skip(first)]);
        var byWindow = Enumerable.Range(0, gross.Count)
            .Where(piece => selection.Includes(gross[piece].Code)
                && gross[piece].Source.Kind != WindowAdjustment.Unit)
            .ToLookup(piece => scope.WindowOf(interval, gross[piece].Period.From));
        var windows = scope.WindowsOf(interval).ToList();
        foreach (var window in windows.Union(byWindow.Select(static one => one.Key)).ToList())
            Count(code, window, Amount(byWindow[window].Sum(gross.Of)));
        foreach (var window in windows)
            Settle(charge, window, draft, (gross, [.. byWindow[window]]));
    }

    // Days that are rated again count in the place of what they counted before.
    private void Count(string code, Period window, decimal amount)
    {
        var key = KeyOf(WindowAdjustment.Spent, window);
        var known = counters.Find(code, key);
        var value = scope.Rated is null ? (known?.Quantity ?? 0m) + amount : amount;
        if (value != 0m || known is not null)
            counters.Set(new WindowCounter(code, key, window, value));
    }

    private void Settle(
        Charge charge, Period window, Func<Period, LineDraft> draft, (GrossAmounts Of, int[] Pieces) gross)
    {
        var code = charge.Head.Code;
        var spent = SumOf(code, WindowAdjustment.Spent, window);
        var own = KeyOf(WindowAdjustment.Paid, window);
        var paid = SumOf(code, WindowAdjustment.Paid, window);
        if (scope.Rated is not null)
            paid -= counters.Find(code, own)?.Quantity ?? 0m;
        var due = Rounding.ToMoney((OwedFor(charge, window, spent) ?? paid) - paid, scope.Currency);
        var before = scope.Rated is null ? counters.Find(code, own)?.Quantity ?? 0m : 0m;
        if (!due.IsZero || counters.Find(code, own) is not null)
            counters.Set(new WindowCounter(code, own, window, before + due.ToDecimal()));
        if (due.IsZero)
            return;
        var source = new LineSource(
            WindowAdjustment.Unit, $"{window}, counted {spent.ToString(CultureInfo.InvariantCulture)}", "");
        if (gross.Pieces.Length == 0)
        {
            lines.Add(LineOf(draft(window), due, source));
            return;
        }
        foreach (var (like, minor) in gross.Of.Shares(gross.Pieces, due.Minor))
        {
            lines.Add(LineOf(draft(like.Period), new Money(minor, scope.Currency), source) with
            {
                TaxCategory = like.TaxCategory,
            });
        }
    }

    private decimal? OwedFor(Charge charge, Period window, decimal spent)
    {
        if (charge is MaximumCharge maximum)
            return -decimal.Max(0m, spent - maximum.Amount);
        return scope.IsOver(window)
            ? decimal.Max(0m, scope.ShareOf(window).Of(((CommitmentCharge)charge).Amount) - spent)
            : null;
    }

    private static RatedLine LineOf(LineDraft draft, Money due, LineSource source) =>
        draft.Of(new PricedPart(1m, due.ToDecimal(), null, null), Unit, due.ToDecimal(), source) with
        {
            IncludesTax = true,
        };

    private decimal SumOf(string code, string what, Period window) => counters.ToImmutable()
        .Where(counter => counter.Charge == code && counter.Window == window
            && counter.Key.StartsWith(what, StringComparison.Ordinal))
        .Sum(static counter => counter.Quantity);

    private string KeyOf(string what, Period window) =>
        scope.Rated is { } days ? $"{what}{window}{Days}{days}" : $"{what}{window}";

    private decimal Amount(long minor) => new Money(minor, scope.Currency).ToDecimal();
}
