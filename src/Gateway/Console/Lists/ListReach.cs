namespace BillingActors.Gateway.Console.Lists;

/// <summary>How some rows of a list are reached.</summary>
/// <param name="From">A row of the list from which one counts; null for its beginning or, backward, its end.</param>
/// <param name="Skip">Rows between.</param>
/// <param name="CountMax">Most rows that are wanted.</param>
/// <param name="IsBackward">Whether one goes against the order; the rows then come in the order they are met.</param>
internal sealed record ListReach<TRow>(TRow? From, long Skip, int CountMax, bool IsBackward)
    where TRow : class;
