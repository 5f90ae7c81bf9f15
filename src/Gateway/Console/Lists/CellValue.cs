namespace BillingActors.Gateway.Console.Lists;

/// <summary>What stands in a cell of a list: the screen and every file are drawn from the same value.</summary>
public abstract record CellValue
{
    private CellValue()
    {
    }

    /// <summary>Text of people or of master data.</summary>
    /// <param name="Value">The text; null for none.</param>
    /// <param name="Path">Where it leads on the screen; null for nowhere.</param>
    public sealed record Text(string? Value, string? Path = null) : CellValue;

    /// <summary>A state or reason: a word of ours, such as "open".</summary>
    /// <param name="Value">The word; null for none.</param>
    public sealed record Word(string? Value) : CellValue;

    /// <summary>Money.</summary>
    /// <param name="Minor">Amount in minor units; null for none.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    /// <param name="Path">Where it leads on the screen; null for nowhere.</param>
    public sealed record Amount(long? Minor, string Currency, string? Path = null) : CellValue;

    /// <summary>A whole number.</summary>
    /// <param name="Value">The number; null for none.</param>
    public sealed record Number(long? Value) : CellValue;

    /// <summary>A day.</summary>
    /// <param name="Value">The day; null for none.</param>
    public sealed record Day(DateOnly? Value) : CellValue;

    /// <summary>A moment.</summary>
    /// <param name="Value">The moment.</param>
    public sealed record Moment(DateTimeOffset Value) : CellValue;
}
