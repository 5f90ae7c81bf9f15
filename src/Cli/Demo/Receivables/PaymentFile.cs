using System.Globalization;
using BillingActors.Cli.Output;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>A file of payments of one day, as a bank sends it.</summary>
internal sealed class PaymentFile(string directory, DateOnly day)
{
    private const string Header = "entity,account,source,payment_id,method,amount_minor,currency,value_on,reference";

    private readonly List<string> _rows = [];

    /// <summary>How many payments.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a payment; its id is the account and the day, so that there is one a day.</summary>
    public void Add(Payer payer, string method, long minor)
    {
        if (minor > 0)
            _rows.Add(Row(payer.Account.AccountId, IdOf(payer, day), method, minor, payer.Account.Name));
    }

    /// <summary>Adds a payment whose account is not told.</summary>
    public void AddOfNobody(string id, long minor, string reference) =>
        _rows.Add(Row("", id, "wire", minor, reference));

    /// <summary>Id of the receipt of an account's payment on a day.</summary>
    public static string ReceiptOf(Payer payer, DateOnly day) => "bank." + IdOf(payer, day);

    /// <summary>Writes it and gives its path; null where nobody paid.</summary>
    public string? Write(string name)
    {
        if (_rows.Count == 0)
            return null;
        var path = Path.Combine(directory, $"payments-{name}-{Amounts.Day(day)}.csv");
        File.WriteAllLines(path, _rows.Prepend(Header));
        return path;
    }

    private string Row(string account, string id, string method, long minor, string reference)
    {
        var amount = minor.ToString(CultureInfo.InvariantCulture);
        return string.Join(
            ',', DemoMarket.EntityId, account, "bank", id, method, amount, DemoMarket.Currency, Amounts.Day(day),
            reference);
    }

    private static string IdOf(Payer payer, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{payer.Account.AccountId}-{day:yyyyMMdd}");
}
