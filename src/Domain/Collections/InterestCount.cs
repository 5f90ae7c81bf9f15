using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Counts the days for which amounts are late. Whatever changes what is open and undisputed of a late item ends a
/// segment on that day; whatever is booked back to a day that was charged already takes back what was too much.
/// </summary>
internal static class InterestCount
{
    /// <summary>The tracks after a change on a day.</summary>
    public static ImmutableArray<InterestTrack> After(Account before, Account after, LocalDate on)
    {
        var tracks = before.Collected.Interest;
        foreach (var item in before.OpenItems)
        {
            if (item.DueOn >= on)
                continue;
            var (was, now) = (PrincipalOf(before, item.Id), PrincipalOf(after, item.Id));
            if (was != now)
                tracks = Put(tracks, Moved(TrackOf(tracks, item), on, was, now));
        }
        foreach (var item in after.OpenItems)
        {
            if (item.DueOn < on && before.Item(item.Id) is null && PrincipalOf(after, item.Id) > 0)
                tracks = Put(tracks, Moved(TrackOf(tracks, item), on, 0, PrincipalOf(after, item.Id)));
        }
        return tracks;
    }

    /// <summary>The tracks of all late items, with a last segment up to and including a day.</summary>
    public static ImmutableArray<InterestTrack> Through(Account account, LocalDate on)
    {
        var tracks = account.Collected.Interest;
        foreach (var item in account.OpenItems.Where(item => item.DueOn < on))
        {
            if (PrincipalOf(account, item.Id) is > 0 and var principal)
                tracks = Put(tracks, Moved(TrackOf(tracks, item), on, principal, principal));
        }
        return tracks;
    }

    /// <summary>The file with a track in the place of the one of its item.</summary>
    public static ImmutableArray<InterestTrack> Put(ImmutableArray<InterestTrack> tracks, InterestTrack track) =>
        [.. tracks.Where(other => other.ItemId != track.ItemId), track];

    // Interest bears no interest, nor do fees; what a plan has given other days is not late.
    private static long PrincipalOf(Account account, string itemId)
    {
        if (account.Item(itemId) is not { Open.Minor: > 0 } item || account.Collected.IsPlanned(itemId))
            return 0;
        return item.Kind is ItemKind.Invoice or ItemKind.DebitMemo or ItemKind.Transfer
                or ItemKind.Budget or ItemKind.Settlement or ItemKind.Collective
            ? account.Undisputed(item).Minor
            : 0;
    }

    private static InterestTrack TrackOf(ImmutableArray<InterestTrack> tracks, OpenItem item) =>
        tracks.FirstOrDefault(track => track.ItemId == item.Id)
        ?? new InterestTrack(item.Id, item.Number, item.DueOn, item.DueOn, []);

    private static InterestTrack Moved(InterestTrack track, LocalDate on, long was, long now)
    {
        if (on >= track.CountedThrough)
        {
            return track with
            {
                CountedThrough = on,
                Segments = was == 0 || on == track.CountedThrough
                    ? track.Segments
                    : track.Segments.Add(new(track.CountedThrough, on, was)),
            };
        }
        var day = LocalDate.Max(on, track.DueOn);
        return day == track.CountedThrough
            ? track
            : track with { Segments = track.Segments.Add(new(day, track.CountedThrough, now - was)) };
    }
}
