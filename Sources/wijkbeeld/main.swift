print("wijkbeeld")
