using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// What the last increment of a session adds to what was used, as far as it cost money: it is taken back where another
/// record goes on, since a session that is filled as a whole is filled once, where it ends.
/// </summary>
internal struct CallFill
{
    /// <summary>Seconds, bytes or count beyond what was used.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Price of a unit of them.</summary>
    public decimal Price { get; private set; }

    /// <summary>
    /// How far the session had come where its present destination began, less what it had used there before.
    /// </summary>
    public decimal From { get; private set; }

    /// <summary>What it used at other destinations, by their names.</summary>
    public ImmutableArray<DestinationUse> Earlier { get; private set; }

    /// <summary>What the session has left, at the destination of this record.</summary>
    public static CallFill Of(CallSession? before, string destination) => before is null
        ? new CallFill { Earlier = [] }
        : new CallFill
        {
            Quantity = before.Filled,
            Price = before.FilledPrice,
            From = before.Destination == destination
                ? before.DestinationFrom
                : before.Elapsed - Known(before).Where(use => use.Destination == destination)
                    .Sum(static use => use.Quantity),
            Earlier = before.Destination == destination ? Known(before) : EarlierOf(before, destination),
        };

    private static ImmutableArray<DestinationUse> Known(CallSession before) => before.Earlier ?? [];

    private static ImmutableArray<DestinationUse> EarlierOf(CallSession before, string destination)
    {
        var others = Known(before).RemoveAll(use => use.Destination == destination);
        return before.Destination is { } left
            ? [.. others.Add(new DestinationUse(left, before.Elapsed - before.DestinationFrom))
                .OrderBy(static use => use.Destination, StringComparer.Ordinal)]
            : others;
    }

    /// <summary>Nothing was filled for money.</summary>
    public void Clear() => (Quantity, Price) = (0m, 0m);

    /// <summary>Some more was; at another price what was before stays billed.</summary>
    public void Add(decimal quantity, decimal price)
    {
        Quantity = price == Price ? Quantity + quantity : quantity;
        Price = price;
    }
}
