using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Instalments in the place of the due dates of some items; the items stay what they are.</summary>
public sealed record PaymentPlan(
    string Id,
    LocalDate AgreedOn,
    int GraceDays,
    ImmutableArray<PlanItem> Items,
    ImmutableArray<Instalment> Instalments)
{
    /// <summary>What became of it.</summary>
    public PlanStatus Status { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => Status == PlanStatus.Running;

    /// <summary>All of it.</summary>
    public long TotalMinor => Items.Sum(item => item.OpenMinor);

    /// <summary>Whether an item belongs to it.</summary>
    public bool Covers(string itemId) => Items.Any(item => item.ItemId == itemId);

    /// <summary>What was settled of its items since it was agreed.</summary>
    public long PaidMinor(Account account) =>
        Items.Sum(item => item.OpenMinor - Math.Min(item.OpenMinor, account.Item(item.ItemId)?.Open.Minor ?? 0));

    /// <summary>What had to be paid before a day, leaving out the days of grace.</summary>
    public long DueMinor(LocalDate on) =>
        Instalments.Where(part => part.DueOn.PlusDays(GraceDays) < on).Sum(part => part.AmountMinor);

    /// <summary>The first instalment that is not fully paid, or null.</summary>
    public Instalment? FirstUnpaid(long paidMinor)
    {
        foreach (var part in Instalments)
        {
            paidMinor -= part.AmountMinor;
            if (paidMinor < 0)
                return part;
        }
        return null;
    }
}
