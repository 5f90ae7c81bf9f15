namespace BillingActors.Domain.Cash;

/// <summary>Finds what looks like a card number: such a number is never stored, wherever it stands.</summary>
public static class CardNumbers
{
    private const int DigitCountMin = 13;
    private const int DigitCountMax = 19;

    /// <summary>
    /// Whether groups of digits, bare or parted by single spaces, dots or dashes, have the length, first digit and
    /// check digit of a card number.
    /// </summary>
    public static bool AreIn(string? text)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var isStart = char.IsAsciiDigit(text![i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1]));
            if (isStart && BeginsAt(text.AsSpan(i)))
                return true;
        }
        return false;
    }

    // Looked at after each group: an expiry date may follow the number.
    private static bool BeginsAt(ReadOnlySpan<char> text)
    {
        Span<int> digits = stackalloc int[DigitCountMax];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (count == DigitCountMax)
                    return false;
                digits[count++] = text[i] - '0';
                continue;
            }
            if (IsCard(digits[..count]))
                return true;
            if (text[i] is not (' ' or '-' or '.') || !char.IsAsciiDigit(text[i - 1]))
                return false;
        }
        return IsCard(digits[..count]);
    }

    private static bool IsCard(ReadOnlySpan<int> digits)
    {
        if (digits.Length is < DigitCountMin or > DigitCountMax || digits[0] is < 2 or > 6)
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var isDoubled = (digits.Length - i) % 2 == 0;
            var value = isDoubled ? digits[i] * 2 : digits[i];
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }
}
