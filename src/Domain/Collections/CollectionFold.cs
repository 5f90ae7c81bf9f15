using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>What the events of collection make of an account; arrangements have a fold of their own.</summary>
internal static class CollectionFold
{
    public static Account Apply(Account account, AccountEvent.CollectionEvent happened)
    {
        var file = account.Collected;
        return happened switch
        {
            AccountEvent.CollectionProfileChanged e => With(
                account, file with { Segment = e.Segment, Jurisdiction = e.Jurisdiction }),
            AccountEvent.CollectionBlockPlaced e => With(
                account, file with { Blocks = file.Blocks.Add(new(e.BlockId, e.BlockKind, e.From, e.Through)) }),
            AccountEvent.CollectionBlockLifted e => With(
                account, file with { Blocks = file.Blocks.RemoveAll(block => block.Id == e.BlockId) }),
            AccountEvent.LetterSent e => With(account, Sent(account, file, e)),
            AccountEvent.FeeCharged { ParentId: not null, FeeKind: not InterestCharging.LumpSumKind } => account,
            AccountEvent.FeeCharged { ParentId: not null } e => With(
                account, file with { Interest = Lumped(file, e) }),
            AccountEvent.FeeCharged e => Charged(account, e),
            AccountEvent.InterestCharged e => Charged(account, e),
            AccountEvent.ChargeWaived e => Waived(account, e),
            AccountEvent.CollectionReviewed e => Reviewed(account, e),
            _ => With(account, ArrangementFold.Apply(file, happened)),
        };
    }

    private static Account With(Account account, CollectionFile file) => account with { Collection = file };

    private static CollectionFile Sent(Account account, CollectionFile file, AccountEvent.LetterSent e)
    {
        var raised = e.Items.Where(item => item.Level > item.LevelBefore)
            .Select(item => new DunnedItem(item.ItemId, item.Level, e.On))
            .ToImmutableArray();
        var kept = file.Dunned.Where(old =>
            account.Item(old.ItemId) is not null && raised.All(item => item.ItemId != old.ItemId));
        var letter = new SentLetter(e.LetterId, e.Level, e.On, e.Items.Sum(item => item.AskedMinor), e.FeeMinor);
        return file with { Dunned = [.. kept, .. raised], Letters = Newest(file.Letters.Add(letter)) };
    }

    private static Account Charged(Account account, AccountEvent.FeeCharged e)
    {
        var amount = new Money(e.AmountMinor, account.Currency);
        var file = account.Collected;
        return With(account, file with
        {
            Charges = Kept(account, file.Charges).Add(new(e.ItemId, e.FeeKind, [])),
            Interest = Lumped(file, e),
        }).WithItem(new OpenItem(e.ItemId, "", amount, amount, e.On, e.DueOn, ItemKind.Fee));
    }

    private static ImmutableArray<InterestTrack> Lumped(CollectionFile file, AccountEvent.FeeCharged e) =>
        e.FeeKind == InterestCharging.LumpSumKind
            ? [.. file.Interest.Select(track => track.ItemId == e.Cause ? track with { HasLumpSum = true } : track)]
            : file.Interest;

    // On a collective bill it is the parent's to pay; its days are counted here all the same.
    private static Account Charged(Account account, AccountEvent.InterestCharged e)
    {
        var counted = Counted(account, e);
        if (e.ParentId is not null)
            return counted;
        var file = counted.Collected;
        var amount = new Money(e.TotalMinor, account.Currency);
        return With(counted, file with
        {
            Charges = Kept(account, file.Charges).Add(new(e.ItemId, ChargeWaiving.InterestKind, [])),
        }).WithItem(new OpenItem(e.ItemId, "", amount, amount, e.On, e.DueOn, ItemKind.Interest));
    }

    private static Account Counted(Account account, AccountEvent.InterestCharged e)
    {
        var file = account.Collected;
        var tracks = e.Lines.Aggregate(
            file.Interest, (all, line) => InterestCount.Put(all, Counted(account, all, line, e)));
        return With(account, file with
        {
            Interest = [.. tracks.Where(track => !track.Segments.IsEmpty || account.Item(track.ItemId) is not null)],
            InterestOn = e.On,
        });
    }

    private static InterestTrack Counted(
        Account account,
        ImmutableArray<InterestTrack> tracks,
        InterestLine line,
        AccountEvent.InterestCharged e)
    {
        var known = tracks.FirstOrDefault(track => track.ItemId == line.ItemId);
        var dueOn = known?.DueOn ?? account.Item(line.ItemId)!.DueOn;
        return new InterestTrack(line.ItemId, line.Number, dueOn, e.On, [])
        {
            HasLumpSum = known?.HasLumpSum ?? false,
        };
    }

    private static Account Waived(Account account, AccountEvent.ChargeWaived e)
    {
        var file = account.Collected;
        var charge = file.Charge(e.Share.ItemId) ?? new ChargedFee(e.Share.ItemId, e.ChargeKind, []);
        var waived = charge with { Waivers = charge.Waivers.Add(new(e.WaiverId, e.Share.AmountMinor)) };
        return With(account, file with
        {
            Charges = [.. file.Charges.Where(other => other.ItemId != charge.ItemId), waived],
        }).Settled([e.Share]);
    }

    private static Account Reviewed(Account account, AccountEvent.CollectionReviewed e)
    {
        var after = account with { ReviewOn = e.NextOn };
        return e.BearsInterest || account.Collected.Interest.IsEmpty
            ? after
            : With(after, after.Collected with { Interest = [] });
    }

    private static ImmutableArray<SentLetter> Newest(ImmutableArray<SentLetter> letters) =>
        letters.Length > CollectionFile.PastCountMax ? letters.RemoveAt(0) : letters;

    // Fees that are open must be known; of those that are paid the newest are.
    private static ImmutableArray<ChargedFee> Kept(Account account, ImmutableArray<ChargedFee> charges)
    {
        var paid = charges.Where(charge => account.Item(charge.ItemId) is null).ToList();
        return paid.Count < CollectionFile.PastCountMax ? charges : charges.Remove(paid[0]);
    }
}
