using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>One bank of a net-metering charge in one bill: oldest credits are used first, old ones lapse.</summary>
internal sealed class CreditBank
{
    /// <summary>Source of lines that pay out what is left at a true-up; they are no part of a minimum.</summary>
    public const string PaidOut = "net-metering-paid";

    private readonly PieceDraft _piece;
    private readonly string _charge;
    private readonly string? _name;
    private readonly string _unit;
    private readonly Period _days;
    private ImmutableArray<EnergyBank> _credits;

    public CreditBank(PieceDraft piece, LineDraft line, BankTerms terms, (string? Name, string Unit) bank)
    {
        (_piece, _charge, _days) = (piece, line.Head.Code, line.Days);
        (_name, _unit) = bank;
        Usable = terms.Usable ?? piece.Settings.Of(NetMeteringSettings.Usable);
        Surplus = terms.Surplus ?? piece.Settings.Of(NetMeteringSettings.Surplus);
        SurplusPrice = terms.SurplusPrice ?? piece.Settings.Of(NetMeteringSettings.SurplusPrice) ?? 0m;
        Anniversary = terms.Anniversary ?? piece.Settings.Of(NetMeteringSettings.TrueUp);
        var months = terms.ExpiryMonths ?? piece.Settings.Of(NetMeteringSettings.ExpiryMonths);
        _credits = piece.State.BanksOf(_charge, _name);
        if (months is { } limit)
            _credits = _credits.RemoveAll(credit => credit.Since.PlusMonths((int)limit) < line.Days.From);
    }

    public CreditUse Usable { get; }

    public SurplusRule Surplus { get; }

    public decimal SurplusPrice { get; }

    public AnnualDate? Anniversary { get; }

    /// <summary>Whether this bill reaches the yearly true-up.</summary>
    public bool IsTrueUp => Anniversary is { } day && YearWindow.ReachedBy(_days, day) is not null;

    /// <summary>The year up to the next true-up; the calendar year where there is none.</summary>
    public Period Year => YearWindow.Of(_days.From, Anniversary ?? new AnnualDate(1, 1));

    /// <summary>What may be used.</summary>
    public decimal Left => _credits.Sum(static credit => credit.Quantity);

    /// <summary>Uses credits, the oldest first.</summary>
    public void Use(decimal quantity)
    {
        Invariant.Holds(quantity >= 0m && quantity <= Left, "a bank is never overdrawn");
        for (var i = 0; i < _credits.Length && quantity > 0m; i++)
        {
            var used = decimal.Min(quantity, _credits[i].Quantity);
            _credits = _credits.SetItem(i, _credits[i] with { Quantity = _credits[i].Quantity - used });
            quantity -= used;
        }
    }

    /// <summary>Puts away what was earned in this bill.</summary>
    public void Earn(decimal quantity) =>
        _credits = _credits.Add(new EnergyBank(_charge, _name, _unit, quantity, _days.From));

    /// <summary>Empties the bank.</summary>
    public void Clear() => _credits = [];

    /// <summary>Leaves the bank to the next bill.</summary>
    public void Close() => _piece.State.SetBanks(_charge, _name, _credits);
}
