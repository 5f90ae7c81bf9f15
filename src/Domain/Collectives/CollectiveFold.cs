using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collectives;

/// <summary>What the events of parents and children make of an account.</summary>
internal static class CollectiveFold
{
    public static Account Apply(Account account, AccountEvent.CollectiveEvent happened) => happened switch
    {
        AccountEvent.CollectiveStarted e => account with
        {
            Collective = account.Collective is { } position
                ? position with { BillDay = e.BillDay, NextOn = e.NextOn, End = null }
                : new CollectivePosition(e.BillDay, e.NextOn),
        },
        AccountEvent.ParentJoined e => account with { ParentId = e.ParentId },
        AccountEvent.ParentLeft => account with { ParentId = null },
        AccountEvent.ChildBillsTaken e => account with { Collective = Taken(account.Collective!, e) },
        AccountEvent.CollectiveBilled e => Billed(account, e),
        AccountEvent.CollectiveEnded e => account with
        {
            Collective = account.Collective! with { End = new(e.On, e.SuccessorId) },
        },
        AccountEvent.CollectiveEmptied => account with
        {
            Collective = account.Collective! with { End = account.Collective.End! with { IsDone = true } },
        },
        AccountEvent.CollectivePassed e => account with { Collective = account.Collective! with { NextOn = e.NextOn } },
        _ => throw new BrokenInvariantException("every event of parents and children is known"),
    };

    private static CollectivePosition Taken(CollectivePosition position, AccountEvent.ChildBillsTaken e) =>
        position with
        {
            TakenCount = position.TakenCount + e.Lines.Length,
            LineCount = position.LineCount + e.Lines.Length,
            NetMinor = position.NetMinor + e.Lines.Sum(line => line.NetMinor),
            TaxMinor = position.TaxMinor + e.Lines.Sum(line => line.TaxMinor),
            Taxes = TaxShares.Sum([.. position.Taxes, .. e.Taxes]),
        };

    private static Account Billed(Account account, AccountEvent.CollectiveBilled e)
    {
        var total = new Money(e.NetMinor + e.TaxMinor, account.Currency);
        var bill = new CollectiveBill(e.BillId, e.On, e.DueOn, e.LineCount, e.NetMinor, e.TaxMinor);
        var position = account.Collective!;
        ImmutableArray<CollectiveBill> bills = position.Bills.Length < CollectivePosition.BillCountMax
            ? position.Bills.Add(bill)
            : [.. position.Bills.Skip(1), bill];
        var after = account.WithItem(new OpenItem(
            e.BillId, e.BillId, total, total, e.On, e.DueOn, ItemKind.Collective));
        return after with
        {
            Collective = new CollectivePosition(position.BillDay, e.NextOn)
            {
                TakenCount = position.TakenCount,
                Bills = bills,
                End = position.End,
            },
        };
    }
}
