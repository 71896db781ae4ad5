"""What comes in from people. A handler translates: Telegram in, one deed, words out."""
