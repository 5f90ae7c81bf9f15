using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A credit of an invoice as it is typed in.</summary>
public sealed class CreditForm
{
    /// <summary>All that is left of the invoice.</summary>
    public const string Whole = "memo";

    /// <summary>Some of its lines, or parts of them.</summary>
    public const string SomeLines = "lines";

    /// <summary>Less is owed, and the invoice stays as it is.</summary>
    public const string Goodwill = "goodwill";

    /// <summary>Drawn once per form, so that sending twice is crediting once.</summary>
    public string Id { get; set; } = DeskCommand.Fresh();

    /// <summary>What is done.</summary>
    public string Way { get; set; } = Whole;

    /// <summary>The lines that are chosen.</summary>
    public IList<Line> Lines { get; init; } = [];

    /// <summary>Goodwill, as typed.</summary>
    public string Amount { get; set; } = "";

    /// <summary>Reason code.</summary>
    public string Code { get; set; } = "";

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>
    /// Id of what it wants: another wish is another command, and the same one tried again has its effect once.
    /// </summary>
    public string WishId(string what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Way} {what} {Code}"));
        return $"{Id}-{Convert.ToHexStringLower(hash)[..12]}";
    }

    /// <summary>A line that is chosen; null where it is not.</summary>
    public Line? Find(int number) => Lines.FirstOrDefault(line => line.Number == number);

    /// <summary>Chooses a line or leaves it out.</summary>
    public void Choose(int number, bool isChosen)
    {
        if (Find(number) is { } known)
            Lines.Remove(known);
        if (isChosen)
            Lines.Add(new Line { Number = number });
    }

    /// <summary>Means one line and no other; what was typed of it stays, and so does all that is no line.</summary>
    public void Mean(int number)
    {
        var known = Find(number) ?? new Line { Number = number };
        Lines.Clear();
        Lines.Add(known);
        Way = SomeLines;
    }

    /// <summary>
    /// What is to be credited of the lines that are chosen, with the sign of each; null where none is, or something
    /// typed is no amount.
    /// </summary>
    public ImmutableArray<CreditedLine>? Wanted(CreditPreview left, string currency)
    {
        var wanted = Lines.OrderBy(line => line.Number).Select(line => line.Wanted(left, currency)).ToList();
        return wanted.Count == 0 || wanted.Contains(null) ? null : [.. wanted.OfType<CreditedLine>()];
    }

    /// <summary>A line that is chosen.</summary>
    public sealed class Line
    {
        /// <summary>Its number on the invoice, from 1.</summary>
        public int Number { get; set; }

        /// <summary>Net amount as typed, without a sign; empty for all that is left of it.</summary>
        public string Amount { get; set; } = "";

        /// <summary>What is to be credited of it; null where what is typed is no amount, or too much.</summary>
        public CreditedLine? Wanted(CreditPreview left, string currency)
        {
            if (Number < 1 || Number > left.Lines.Length)
                return null;
            if (string.IsNullOrWhiteSpace(Amount))
                return new CreditedLine(Number);
            var net = left.Lines[Number - 1].LeftNetMinor;
            return MoneyText.Read(Amount, currency) is { } minor && minor > 0 && minor <= Math.Abs(net)
                ? new CreditedLine(Number, Math.Sign(net) * minor)
                : null;
        }
    }
}
