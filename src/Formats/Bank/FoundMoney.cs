using System.Collections.Immutable;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Bank;

/// <summary>Gathers what a statement holds, and what is wrong with it.</summary>
internal sealed class FoundMoney
{
    private const int ReferenceMax = 140;
    private const string Source = "bank";
    private readonly ImmutableArray<PaymentEntry>.Builder _payments = ImmutableArray.CreateBuilder<PaymentEntry>();
    private readonly ImmutableArray<LeftOutEntry>.Builder _leftOut = ImmutableArray.CreateBuilder<LeftOutEntry>();
    private readonly FileProblems _problems = new();

    public void Add(int line, string method, (long Minor, string Currency) amount, (DateOnly On, string Text) told)
    {
        var text = string.Join(' ', told.Text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries));
        _payments.Add(new PaymentEntry(
            "",
            null,
            new Payment(
                FormattableString.Invariant($"{Source}.{_payments.Count + 1}"), Source, method, amount.Minor,
                amount.Currency, told.On, text.Length == 0 ? null : text[..Math.Min(ReferenceMax, text.Length)]),
            line));
    }

    public void Leave(int line, string why) => _leftOut.Add(new(line, why));

    public void Fault(int line, string field, string rule, string detail) =>
        _problems.Add(Refusal.Of(line, field, rule, detail));

    /// <summary>All of it, or everything that is wrong.</summary>
    public BankMoney Finish()
    {
        _problems.ThrowIfAny();
        return new(_payments.ToImmutable(), _leftOut.ToImmutable());
    }
}
