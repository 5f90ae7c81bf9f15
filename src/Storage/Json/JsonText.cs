using System.Text.Json;

namespace BillingActors.Storage.Json;

/// <summary>
/// Short texts of JSON read onto the stack: a document has dozens of days and amounts, and none stays text.
/// </summary>
internal static class JsonText
{
    /// <summary>
    /// Copies the text of the token into the buffer and answers its length; a text longer than the buffer is as good as
    /// none, because what it is read for never is that long.
    /// </summary>
    public static int Copy(ref Utf8JsonReader reader, scoped Span<char> buffer)
    {
        if (reader.TokenType != JsonTokenType.String)
            return 0;
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length > buffer.Length ? 0 : reader.CopyString(buffer);
    }
}
