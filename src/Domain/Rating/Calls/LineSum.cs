namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// What a line has come to. Use is added up by price and priced once, so that sixtieths leave no trace.
/// </summary>
internal sealed class LineSum
{
    private readonly List<(decimal Price, decimal Quantity)> _uses = new(1);

    /// <summary>How many calls it holds.</summary>
    public int Count { get; set; }

    /// <summary>Seconds, bytes or count.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Connections, adjustments and increments that were rounded.</summary>
    public decimal Other { get; private set; }

    /// <summary>The one price of all, or null.</summary>
    public decimal? Price => _uses is [var only] && Other == 0m ? only.Price : null;

    public void AddUse(decimal price, decimal quantity)
    {
        Quantity += quantity;
        for (var i = 0; i < _uses.Count; i++)
        {
            if (_uses[i].Price != price)
                continue;
            _uses[i] = (price, _uses[i].Quantity + quantity);
            return;
        }
        _uses.Add((price, quantity));
    }

    public void AddQuantity(decimal quantity) => Quantity += quantity;

    public void AddAmount(decimal amount) => Other += amount;

    /// <summary>
    /// The exact amount, where a unit of the prices has the size: divided once, since thirds of several prices may sum
    /// to half a cent.
    /// </summary>
    public decimal Amount(decimal size)
    {
        var sized = 0m;
        foreach (var (price, quantity) in _uses)
            sized += price * quantity;
        return Other + (sized / size);
    }
}
